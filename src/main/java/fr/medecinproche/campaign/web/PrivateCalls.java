package fr.medecinproche.campaign.web;

import fr.medecinproche.web.SecretAddresses;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The address of a call is the key of whoever got it.
 */
@Component
class PrivateCalls implements WebMvcConfigurer {

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new SecretAddresses()).addPathPatterns("/appels/**");
	}

}
