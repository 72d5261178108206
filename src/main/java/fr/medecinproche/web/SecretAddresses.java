package fr.medecinproche.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * For pages whose address is their key: no page they link to, no search engine and no
 * machine in between learns it.
 */
public class SecretAddresses implements HandlerInterceptor {

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		response.setHeader("Referrer-Policy", "no-referrer");
		response.setHeader("X-Robots-Tag", "noindex");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		return true;
	}

}
