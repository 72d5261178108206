package fr.medecinproche.joining.web;

import fr.medecinproche.joining.DraftRefusedException;
import fr.medecinproche.joining.DraftStep;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The addresses of an application, and what goes for all of them: nobody keeps a copy of
 * a page, no page learns the address of the one before, and whoever has no application
 * any more reads how to find it again.
 */
@Component
@ControllerAdvice
class JoiningPages implements WebMvcConfigurer, HandlerInterceptor {

	static final String HOME = "/medecin/devenir-volontaire";

	static final String FORM = HOME + "/inscription";

	static final String RESUME = HOME + "/reprise";

	static final String SENT = HOME + "/message-envoye";

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this).addPathPatterns(FORM + "/**", RESUME + "/*");
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		response.setHeader("Referrer-Policy", "no-referrer");
		response.setHeader("X-Robots-Tag", "noindex");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		return true;
	}

	@ExceptionHandler(DraftRefusedException.class)
	String noDraft(DraftRefusedException refusal, RedirectAttributes redirect) {
		if (refusal.reason() == DraftRefusedException.Reason.INCOMPLETE) {
			return "redirect:" + FORM;
		}
		redirect.addAttribute("refus", refusal.reason());
		return "redirect:" + RESUME;
	}

	/** The address of a step. */
	static String of(DraftStep step) {
		return switch (step) {
			case IDENTITY -> FORM;
			case PRACTICE -> FORM + "/exercice";
			case WISHES -> FORM + "/souhaits";
			case SENDING -> FORM + "/envoi";
		};
	}

}
