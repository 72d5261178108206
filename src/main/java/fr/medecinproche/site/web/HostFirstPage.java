package fr.medecinproche.site.web;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.site.HostNews;
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
 * Has every room tell its {@link HostNews} on the host's first page.
 */
@Configuration(proxyBeanMethods = false)
class HostFirstPage implements WebMvcConfigurer, HandlerInterceptor {

	private final ObjectProvider<HostNews> news;

	HostFirstPage(ObjectProvider<HostNews> news) {
		this.news = news;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this).addPathPatterns("/lieu");
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView page) {
		if (page != null && request.getUserPrincipal() instanceof Authentication signedIn
				&& signedIn.getPrincipal() instanceof SignedIn host) {
			this.news.forEach((each) -> each.tell(host, page.getModel()));
		}
	}

}
