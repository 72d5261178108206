package fr.medecinproche;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "fr.medecinproche", importOptions = ImportOption.DoNotIncludeTests.class)
class ShapeTests {

	private static final List<Class<?>> TIMES = List.of(Instant.class, LocalDate.class, LocalDateTime.class,
			LocalTime.class, YearMonth.class, ZonedDateTime.class);

	@ArchTest
	static final ArchRule controllers_are_reached_by_their_address_only = classes().that()
		.areAnnotatedWith(Controller.class)
		.should()
		.bePackagePrivate()
		.because("nobody calls a controller but Spring MVC");

	@ArchTest
	static final ArchRule services_and_repositories_know_no_page = noClasses().that()
		.areAnnotatedWith(Service.class)
		.or()
		.areAssignableTo(Repository.class)
		.or()
		.areAnnotatedWith(Entity.class)
		.should()
		.dependOnClassesThat()
		.areAnnotatedWith(Controller.class)
		.orShould()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.web.servlet..", "org.springframework.ui..", "jakarta.servlet..")
		.because("calls go from controller to service to repository, never back");

	@ArchTest
	static final ArchRule entities_and_values_know_no_service = noClasses().that()
		.areAnnotatedWith(Entity.class)
		.should()
		.dependOnClassesThat()
		.areAnnotatedWith(Service.class)
		.orShould()
		.dependOnClassesThat()
		.areAssignableTo(Repository.class)
		.because("an entity decides from what it holds and what it is given");

	@ArchTest
	static final ArchRule a_post_goes_through_a_service = methods().that()
		.areAnnotatedWith(PostMapping.class)
		.should()
		.notBeAnnotatedWith(Transactional.class)
		.because("what changes data has a name and a test in a service");

	@ArchTest
	static final ArchRule nothing_is_injected_into_fields = noFields().should()
		.beAnnotatedWith(Autowired.class)
		.orShould()
		.beAnnotatedWith(Value.class)
		.because("a constructor shows what a class needs, and lets a test give it");

	@ArchTest
	static final ArchRule entities_change_by_verbs = noMethods().that()
		.areDeclaredInClassesThat()
		.areAnnotatedWith(Entity.class)
		.should()
		.haveNameMatching("set[A-Z].*")
		.because("an entity is born valid and changes by verbs named after the domain")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule entities_keep_their_fields_to_themselves = fields().that()
		.areDeclaredInClassesThat()
		.areAnnotatedWith(Entity.class)
		.and()
		.areNotStatic()
		.should()
		.bePrivate()
		.orShould()
		.haveModifier(JavaModifier.SYNTHETIC)
		.because("what is written from outside escapes its rule");

	@ArchTest
	static final ArchRule only_the_clock_knows_what_time_it_is = noClasses().should()
		.callMethodWhere(asksTheSystemForTheTime())
		.orShould()
		.callConstructor(java.util.Date.class)
		.orShould()
		.callMethod(System.class, "currentTimeMillis")
		.because("a test must be able to say what day it is: use the injected Clock");

	@ArchTest
	static final ArchRule names_say_what_the_work_is = noClasses().should()
		.haveSimpleNameEndingWith("Impl")
		.orShould()
		.haveSimpleNameEndingWith("Manager")
		.orShould()
		.haveSimpleNameEndingWith("Helper")
		.orShould()
		.haveSimpleNameEndingWith("Util")
		.orShould()
		.haveSimpleNameEndingWith("Utils")
		.because("such a name says nothing, and gathers everything");

	@ArchTest
	static final ArchRule configuration_is_the_room_s_own_business = classes().that()
		.areAnnotatedWith(Configuration.class)
		.and()
		.areNotAnnotatedWith(ConfigurationProperties.class)
		.should()
		.notBePublic()
		.because("a room shows its entities, values, events and the service others call")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule parts_of_a_site_know_the_site_and_not_each_other = slices()
		.matching("fr.medecinproche.site.(need|preparation|proposal|stop|welcome)")
		.should()
		.notDependOnEachOther()
		.because("what is proposed, prepared, asked for, stopped at and welcomed changes for reasons of its own");

	private static DescribedPredicate<JavaCall<?>> asksTheSystemForTheTime() {
		return DescribedPredicate.describe("now() without a clock",
				(call) -> call.getName().equals("now")
						&& TIMES.stream().anyMatch((time) -> assignableTo(time).test(call.getTargetOwner()))
						&& call.getTarget()
							.getRawParameterTypes()
							.stream()
							.noneMatch((type) -> type.isAssignableTo(java.time.Clock.class)));
	}

}
