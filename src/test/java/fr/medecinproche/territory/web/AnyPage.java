package fr.medecinproche.territory.web;

import fr.medecinproche.territory.CommuneField;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A page with nothing but the commune field, there as long as a test needs it.
 */
class AnyPage implements AutoCloseable {

	/** Below an address that is open to everybody. */
	static final String ADDRESS = "/communes/champ";

	private final CommuneField field;

	private final RequestMappingHandlerMapping mappings;

	private final RequestMappingInfo mapping;

	private AnyPage(CommuneField field, RequestMappingHandlerMapping mappings) {
		this.field = field;
		this.mappings = mappings;
		this.mapping = RequestMappingInfo.paths(ADDRESS).options(mappings.getBuilderConfiguration()).build();
	}

	static AnyPage open(CommuneField field, RequestMappingHandlerMapping mappings) {
		var page = new AnyPage(field, mappings);
		try {
			mappings.registerMapping(page.mapping, page,
					AnyPage.class.getDeclaredMethod("show", AnyForm.class, BindingResult.class, Model.class));
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException(ex);
		}
		return page;
	}

	String show(@ModelAttribute("form") AnyForm form, BindingResult errors, Model model) {
		if (form.commune() != null) {
			this.field.read("commune", form.commune(), form.communeCode(), errors, model)
				.ifPresent((commune) -> model.addAttribute("found", commune));
		}
		return "testing/commune-field";
	}

	@Override
	public void close() {
		this.mappings.unregisterMapping(this.mapping);
	}

	record AnyForm(@Nullable String commune, @Nullable String communeCode) {
	}

}
