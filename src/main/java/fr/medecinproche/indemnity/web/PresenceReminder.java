package fr.medecinproche.indemnity.web;

import fr.medecinproche.indemnity.PastHalfDays;
import fr.medecinproche.site.ConsultationSite;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Tells the host's first page, which belongs to another room and knows none of this, how
 * many half-days wait for a word on whether the doctor came.
 */
@Configuration(proxyBeanMethods = false)
class PresenceReminder implements WebMvcConfigurer, HandlerInterceptor {

	private final ObjectProvider<PastHalfDays> halfDays;

	PresenceReminder(ObjectProvider<PastHalfDays> halfDays) {
		this.halfDays = halfDays;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this).addPathPatterns("/lieu");
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView page) {
		if (page != null && page.getModel().get("site") instanceof ConsultationSite site) {
			page.addObject("presencesToDecide", this.halfDays.getObject().countToDecideAt(site.getId()));
		}
	}

}
