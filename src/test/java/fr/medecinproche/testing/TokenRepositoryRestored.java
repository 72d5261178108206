package fr.medecinproche.testing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Undoes what {@code csrf()} of Spring Security leaves behind: it makes the shared
 * application keep its tokens in sessions for the rest of the run, and the tests that
 * come after would look at another application than ours.
 */
class TokenRepositoryRestored implements BeforeEachCallback, AfterEachCallback {

	private static final String FIELD = "tokenRepository";

	private static final Map<CsrfFilter, Object> OURS = new ConcurrentHashMap<>();

	@Override
	public void beforeEach(ExtensionContext test) {
		filters(test, (filter) -> OURS.computeIfAbsent(filter, (any) -> ReflectionTestUtils.getField(any, FIELD)));
	}

	@Override
	public void afterEach(ExtensionContext test) {
		filters(test, (filter) -> ReflectionTestUtils.setField(filter, FIELD, OURS.get(filter)));
	}

	private static void filters(ExtensionContext test, Consumer<CsrfFilter> work) {
		SpringExtension.getApplicationContext(test)
			.getBeanProvider(SecurityFilterChain.class)
			.stream()
			.flatMap((chain) -> chain.getFilters().stream())
			.filter(CsrfFilter.class::isInstance)
			.map(CsrfFilter.class::cast)
			.forEach(work);
	}

}
