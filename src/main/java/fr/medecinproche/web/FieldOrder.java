package fr.medecinproche.web;

import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.spring6.util.DetailedError;

import org.springframework.stereotype.Component;

/**
 * Puts the errors of a form in the order of its fields, which is that of the page: the
 * validator finds them in no order.
 */
@Component
class FieldOrder {

	/**
	 * Sorts errors.
	 * @param errors as the form has them
	 * @param form the form, a record; null or anything else leaves them as they are
	 * @return what concerns the whole form first, then field by field
	 */
	public List<DetailedError> of(List<DetailedError> errors, @Nullable Object form) {
		if (!(form instanceof Record)) {
			return errors;
		}
		var fields = Stream.of(form.getClass().getRecordComponents()).map(RecordComponent::getName).toList();
		return errors.stream()
			.sorted(Comparator.comparingInt((error) -> fields.indexOf(error.getFieldName().split("[.\\[]")[0])))
			.toList();
	}

}
