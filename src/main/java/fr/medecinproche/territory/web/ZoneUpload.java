package fr.medecinproche.territory.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.territory.imports.ImportKind;
import fr.medecinproche.territory.imports.NewImport;
import fr.medecinproche.territory.imports.TerritoryImport;
import fr.medecinproche.territory.zoning.ZoneImportService;
import fr.medecinproche.web.UploadRefusedException;
import fr.medecinproche.web.UploadedTable;
import fr.medecinproche.web.UploadedTable.Column;
import fr.medecinproche.web.UploadedTable.Row;
import fr.medecinproche.work.LongWorks;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/**
 * Takes the files of a form, and has long ones read and applied in the background.
 */
@Component
class ZoneUpload {

	/** As many lines are read, and applied, while somebody waits for a page. */
	private static final int AT_ONCE = 1000;

	private final ZoneImportService service;

	private final LongWorks works;

	ZoneUpload(ZoneImportService service, LongWorks works) {
		this.service = service;
		this.works = works;
	}

	static String page(long id) {
		return "/ars/zones/import/" + id;
	}

	/**
	 * Reads the files.
	 * @param form the files and what is asked of them, checked
	 * @param agent who brings them
	 * @param errors told what cannot be read
	 * @return the page to go to, or null and an error
	 */
	@Nullable String read(ImportForm form, SignedIn agent, Errors errors) {
		var ignored = new ArrayList<String>();
		var zones = form.hasZones() ? rows("zones", form.zones(), ZoneImportService.ZONE_COLUMNS, ignored, errors)
				: List.<Row>of();
		var communes = form.hasCommunes()
				? rows("communes", form.communes(), ZoneImportService.COMMUNE_COLUMNS, ignored, errors)
				: List.<Row>of();
		if (errors.hasErrors()) {
			return null;
		}
		var names = Stream.of(form.zones(), form.communes())
			.filter((file) -> file != null && !file.isEmpty())
			.map(MultipartFile::getOriginalFilename)
			.collect(Collectors.joining(", "));
		var asked = new NewImport(ImportKind.ZONES, names, ignored, agent.perimeter(), form.isComplete(),
				Objects.requireNonNull(form.startsOn()), agent.accountId());
		int lines = zones.size() + communes.size();
		if (lines <= AT_ONCE) {
			return page(this.service.read(zones, communes, asked, (some) -> {
			}));
		}
		return this.works.page(this.works.start("territory.read", (progress) -> {
			progress.of(lines);
			return page(this.service.read(zones, communes, asked, progress::advance));
		}));
	}

	private static List<Row> rows(String field, @Nullable MultipartFile file, List<Column> columns,
			List<String> ignored, Errors errors) {
		try {
			var table = UploadedTable.read(file, columns);
			ignored.addAll(table.ignored());
			return table.rows();
		}
		catch (UploadRefusedException ex) {
			errors.rejectValue(field, Objects.requireNonNull(ex.getCodes())[0], ex.getArguments(), null);
			return List.of();
		}
	}

	/**
	 * Applies an import the agent sees.
	 * @param of the import
	 * @param agent who applies it
	 * @return the page to go to
	 */
	String apply(TerritoryImport of, SignedIn agent) {
		if (of.lines() <= AT_ONCE) {
			this.service.apply(of.id(), agent.perimeter(), agent.accountId(), (some) -> {
			});
			return page(of.id());
		}
		return this.works.page(this.works.start("territory.import", (progress) -> {
			progress.of(of.accepted() + of.corrected() + of.unchanged());
			this.service.apply(of.id(), agent.perimeter(), agent.accountId(), progress::advance);
			return page(of.id());
		}));
	}

}
