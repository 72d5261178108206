package fr.medecinproche.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * An address whose variable part is not of its kind ("/lieux/abc" where a number stands)
 * is no page of ours: 404 rather than 400.
 */
@Component
class UnknownAddresses implements HandlerExceptionResolver, Ordered {

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception exception) {
		if (!(exception instanceof MethodArgumentTypeMismatchException mismatch)
				|| !mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
			return null;
		}
		try {
			response.sendError(HttpStatus.NOT_FOUND.value());
		}
		catch (IOException ex) {
			// the visitor has left
		}
		return new ModelAndView();
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

}
