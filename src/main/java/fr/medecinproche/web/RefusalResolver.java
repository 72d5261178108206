package fr.medecinproche.web;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows a rule's refusal that no controller has caught as a page that says the rule's own
 * sentence. A refusal is an exception that is a {@link MessageSourceResolvable} and
 * carries its {@link ResponseStatus}.
 */
@Component
class RefusalResolver implements HandlerExceptionResolver, Ordered {

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception exception) {
		var status = AnnotatedElementUtils.findMergedAnnotation(exception.getClass(), ResponseStatus.class);
		if (status == null || !(exception instanceof MessageSourceResolvable refusal)) {
			return null;
		}
		return new ModelAndView("error/refused", Map.of("refusal", refusal), status.code());
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

}
