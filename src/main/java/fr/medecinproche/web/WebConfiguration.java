package fr.medecinproche.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

	private static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH);

	/** French, unless the visitor has chosen English: only a choice leaves a cookie. */
	@Bean
	LocaleResolver localeResolver() {
		var resolver = new CookieLocaleResolver("langue") {
			@Override
			protected @Nullable Locale parseLocaleValue(String value) {
				return offered(value);
			}
		};
		resolver.setDefaultLocale(Locale.FRENCH);
		resolver.setRejectInvalidCookies(false);
		resolver.setCookieMaxAge(Duration.ofDays(180));
		resolver.setCookieHttpOnly(true);
		resolver.setCookieSameSite("Lax");
		return resolver;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		var languageChange = new LocaleChangeInterceptor() {
			@Override
			protected @Nullable Locale parseLocaleValue(String value) {
				return offered(value);
			}
		};
		languageChange.setParamName("lang");
		languageChange.setIgnoreInvalidLocale(true);
		registry.addInterceptor(languageChange);
		registry.addInterceptor(new RefusedForms());
	}

	/** What has no hash in its name may change from one day to the next. */
	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler("/favicon.svg", "/robots.txt")
			.addResourceLocations("classpath:/static/")
			.setCacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic());
	}

	private static Locale offered(String tag) {
		return LANGUAGES.stream()
			.filter((language) -> language.getLanguage().equals(tag))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("not offered in that language"));
	}

	/** Says to the layout that the page shows a form that was refused. */
	private static final class RefusedForms implements HandlerInterceptor {

		@Override
		public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
				@Nullable ModelAndView page) {
			if (page != null && page.getModel()
				.values()
				.stream()
				.anyMatch((value) -> value instanceof BindingResult form && form.hasErrors())) {
				page.addObject("formRefused", true);
			}
		}

	}

}
