package fr.medecinproche.messaging.web;

import java.time.Clock;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.messaging.Calls;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Tells the host's first page, which belongs to another room and knows none of this, how
 * many calls wait.
 */
@Configuration(proxyBeanMethods = false)
class CallReminder implements WebMvcConfigurer, HandlerInterceptor {

	private final ObjectProvider<Calls> calls;

	private final Clock clock;

	CallReminder(ObjectProvider<Calls> calls, Clock clock) {
		this.calls = calls;
		this.clock = clock;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this).addPathPatterns("/lieu");
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView page) {
		if (page != null && request.getUserPrincipal() instanceof Authentication authentication
				&& authentication.getPrincipal() instanceof SignedIn host) {
			page.addObject("callsToMake", this.calls.getObject().toMakeBy(host.accountId(), this.clock.instant()));
		}
	}

}
