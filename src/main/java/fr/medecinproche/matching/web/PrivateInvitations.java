package fr.medecinproche.matching.web;

import fr.medecinproche.web.SecretAddresses;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The address of an invitation is its key.
 */
@Component
class PrivateInvitations implements WebMvcConfigurer {

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new SecretAddresses()).addPathPatterns("/medecin/remplacement/**");
	}

}
