package fr.medecinproche.testing;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Gives {@link BrowserTest browser tests} their {@link Browsers}, and judges afterwards
 * what the browser complained about.
 */
class BrowserExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {

	private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (Boolean.getBoolean("browser.required") || Chromium.executable().isPresent()) {
			return ConditionEvaluationResult.enabled("a browser is there, or required");
		}
		System.out.printf("Skipped browser tests of %s: %s%n", context.getDisplayName(), Chromium.MISSING);
		return ConditionEvaluationResult.disabled(Chromium.MISSING);
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Browsers.class;
	}

	@Override
	public Browsers resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return context.getStore(NAMESPACE)
			.computeIfAbsent(Browsers.class, (key) -> new Browsers(chromium(context).browser(), address(context)),
					Browsers.class);
	}

	private static Chromium chromium(ExtensionContext context) {
		Store ofTheJvm = context.getRoot().getStore(NAMESPACE);
		return ofTheJvm.computeIfAbsent(Chromium.class, (key) -> Chromium.start(), Chromium.class);
	}

	private static String address(ExtensionContext context) {
		var environment = SpringExtension.getApplicationContext(context).getEnvironment();
		return "http://localhost:" + environment.getRequiredProperty("local.server.port");
	}

	@Override
	public void afterEach(ExtensionContext context) {
		var browsers = context.getStore(NAMESPACE).remove(Browsers.class, Browsers.class);
		if (browsers == null) {
			return;
		}
		try (browsers) {
			if (context.getExecutionException().isPresent()) {
				browsers.photograph("failed-" + context.getRequiredTestClass().getSimpleName() + "-"
						+ context.getRequiredTestMethod().getName());
			}
			else {
				browsers.assertNoComplaints();
			}
		}
	}

}
