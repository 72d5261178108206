package fr.medecinproche.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
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
	}

	private static Locale offered(String tag) {
		return LANGUAGES.stream()
			.filter((language) -> language.getLanguage().equals(tag))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("not offered in that language"));
	}

}
