package fr.medecinproche.web;

import java.io.StringWriter;
import java.util.Set;

import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.Fragment;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

import org.springframework.stereotype.Component;

/**
 * Lets the layout use what is inside an element of the page elsewhere than in that
 * element: {@code page:inner="${title}"} is replaced by the words of the page's
 * {@code <title>}.
 */
@Component
class PageDialect extends AbstractProcessorDialect {

	private static final int PRECEDENCE = 1300;

	PageDialect() {
		super("page", "page", PRECEDENCE);
	}

	@Override
	public Set<IProcessor> getProcessors(String dialectPrefix) {
		return Set.of(new InnerProcessor(dialectPrefix));
	}

	private static final class InnerProcessor extends AbstractAttributeTagProcessor {

		InnerProcessor(String dialectPrefix) {
			super(TemplateMode.HTML, dialectPrefix, null, false, "inner", true, PRECEDENCE, true);
		}

		@Override
		protected void doProcess(ITemplateContext context, IProcessableElementTag tag, AttributeName attributeName,
				String attributeValue, IElementTagStructureHandler structure) {
			var expression = StandardExpressions.getExpressionParser(context.getConfiguration())
				.parseExpression(context, attributeValue);
			if (expression.execute(context) instanceof Fragment element) {
				var html = new StringWriter();
				context.getConfiguration().getTemplateManager().process(element.getTemplateModel(), context, html);
				structure.replaceWith(html.toString().strip().replaceAll("^<[^>]*>|<[^>]*>$", ""), false);
			}
		}

	}

}
