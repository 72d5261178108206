package fr.medecinproche.waiting.web;

import fr.medecinproche.waiting.NoSuchWaitException;
import fr.medecinproche.waiting.WaitingSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The address of somebody's wait is its key: no page it links to and no search engine
 * learns it, and whoever types another reads that it leads nowhere.
 */
@Component
@ControllerAdvice(basePackageClasses = PrivateAlerts.class)
class PrivateAlerts implements WebMvcConfigurer, HandlerInterceptor {

	private final WaitingSettings settings;

	PrivateAlerts(WaitingSettings settings) {
		this.settings = settings;
	}

	/** What the sentences say of the rules. */
	@ModelAttribute("rules")
	WaitingSettings rules() {
		return this.settings;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this)
			.addPathPatterns("/alertes/*", "/alertes/*/*")
			.excludePathPatterns("/alertes/comment-ca-marche");
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		response.setHeader("Referrer-Policy", "no-referrer");
		response.setHeader("X-Robots-Tag", "noindex");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		return true;
	}

	@ExceptionHandler(NoSuchWaitException.class)
	@ResponseStatus(HttpStatus.NOT_FOUND)
	String nowhere(Model model) {
		model.addAttribute("note", "unknown");
		return "patient/alerte-note";
	}

}
