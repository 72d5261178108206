package fr.medecinproche.appointment.web;

import fr.medecinproche.web.SecretAddresses;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The address of an appointment is its key.
 */
@Component
class PrivatePages implements WebMvcConfigurer {

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new SecretAddresses())
			.addPathPatterns("/rendez-vous/**")
			.excludePathPatterns("/rendez-vous/retrouver");
	}

}
