package fr.medecinproche.account.web;

import java.util.Arrays;

import fr.medecinproche.account.Role;
import jakarta.servlet.DispatcherType;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * Who sees what: the prefix of an address is its audience. Anonymous visitors get no
 * session: the token against forged forms and the page to come back to are in cookies.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	static final String SIGN_IN = "/compte/connexion";

	static final String SIGN_OUT = "/compte/deconnexion";

	private static final String[] PUBLIC_PAGES = { "/", "/recherche/**", "/communes/**", "/lieux/**", "/rendez-vous/**",
			"/agenda/*", "/alertes/**", "/appels/**", "/compte/**", "/medecin/devenir-volontaire/**",
			"/medecin/remplacement/**", "/proposer-un-lieu/**", "/open-data/**", "/plan-du-site", "/accessibilite",
			"/mentions-legales", "/donnees-personnelles", "/demo/**", "/error" };

	/** Where everybody who is signed in sees and changes their account. */
	static final String[] OWN_PAGES = { "/compte", "/compte/adresse", "/compte/mot-de-passe", "/compte/connexions",
			"/compte/fermeture" };

	/** The one of these open to whoever still has to set up a second factor. */
	static final String SECOND_FACTOR = "/compte/second-facteur";

	private static final String[] OWN_ACTS = { "/compte/connexions/**", "/compte/sessions" };

	private static final String[] PUBLIC_FILES = { "/ui/**", "/css/**", "/js/**", "/favicon.ico", "/favicon.svg",
			"/robots.txt", "/actuator/health/**" };

	private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
			+ "frame-ancestors 'none'; base-uri 'none'";

	@Bean
	SecurityFilterChain pages(HttpSecurity http, CookieCsrfTokenRepository csrfTokens, SignInOutcome outcome,
			Refusals refusals) {
		return http.authorizeHttpRequests(SecurityConfiguration::audiences)
			.formLogin((form) -> form.loginPage(SIGN_IN)
				.usernameParameter("email")
				.passwordParameter("password")
				.successHandler(outcome)
				.failureHandler(outcome))
			.logout((logout) -> logout.logoutUrl(SIGN_OUT).logoutSuccessUrl(SIGN_IN + "?deconnexion"))
			.requestCache((cache) -> cache.requestCache(new CookieRequestCache()))
			// the one changes nothing, the other is pressed by mail programs and has a
			// secret in its address
			.csrf((csrf) -> csrf.csrfTokenRepository(csrfTokens)
				.ignoringRequestMatchers("/recherche/position", "/appels/*/desinscription"))
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
			.headers(SecurityConfiguration::headers)
			.httpBasic((basic) -> basic.disable())
			.anonymous(Customizer.withDefaults())
			.build();
	}

	private static void audiences(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll();
		requests.requestMatchers(OWN_PAGES).hasAnyRole(everybody());
		requests.requestMatchers(OWN_ACTS).hasAnyRole(everybody());
		requests.requestMatchers(SECOND_FACTOR + "/**").authenticated();
		requests.requestMatchers(PUBLIC_PAGES).permitAll().requestMatchers(PUBLIC_FILES).permitAll();
		for (var role : Role.values()) {
			requests.requestMatchers(role.home() + "/**").hasAnyRole(sharing(role.home()));
		}
		requests.anyRequest().denyAll();
	}

	private static String[] sharing(String home) {
		return Arrays.stream(Role.values())
			.filter((role) -> role.home().equals(home))
			.map(Role::name)
			.toArray(String[]::new);
	}

	private static String[] everybody() {
		return Arrays.stream(Role.values()).map(Role::name).toArray(String[]::new);
	}

	private static void headers(HeadersConfigurer<HttpSecurity> headers) {
		headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT))
			.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
			.permissionsPolicyHeader((policy) -> policy.policy("geolocation=(self), camera=(), microphone=()"))
			.crossOriginOpenerPolicy((policy) -> policy.policy(
					org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy.SAME_ORIGIN));
	}

	@Bean
	CookieCsrfTokenRepository csrfTokens() {
		var tokens = new CookieCsrfTokenRepository();
		tokens.setCookieCustomizer((cookie) -> cookie.httpOnly(true).sameSite("Lax"));
		return tokens;
	}

	@Bean
	PasswordEncoder passwordEncoder() {
		return PasswordEncoderFactories.createDelegatingPasswordEncoder();
	}

	/** Two requests of one session may store the same attribute at the same time. */
	@Bean
	PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionStatements() {
		return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
	}

}
