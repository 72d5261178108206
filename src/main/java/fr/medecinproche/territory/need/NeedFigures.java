package fr.medecinproche.territory.need;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is known of the need of zones, and the index made of it.
 */
@Component
public class NeedFigures {

	private static final String VALUES = """
			select n.id, n.siren, n.criterion, n.value, n.year, n.source, a.display_name as recorded_by, n.recorded_at
			from zone_need n left join account a on a.id = n.recorded_by
			""";

	private final JdbcClient jdbc;

	NeedFigures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The index of the zones of a region, compared with one another; with two queries
	 * however many there are.
	 * @param region its code, "R76", or null for the zones of the whole country
	 * @return the index
	 */
	public NeedIndex index(@Nullable String region) {
		var zones = new HashMap<String, Map<Criterion, BigDecimal>>();
		this.jdbc.sql("""
				select distinct on (n.siren, n.criterion) n.siren, n.criterion, n.value
				from zone_need n join intercommunalite z on z.siren = n.siren and z.priority
				where cast(:region as text) is null or exists (select from intercommunalite_departement d
				  join region_departement r on r.departement = d.departement
				  where d.siren = z.siren and r.region = cast(:region as text))
				order by n.siren, n.criterion, n.id desc""").param("region", region).query((row) -> {
			var value = row.getBigDecimal("value");
			if (value != null) {
				zones.computeIfAbsent(row.getString("siren"), (siren) -> new EnumMap<>(Criterion.class))
					.put(Criterion.valueOf(row.getString("criterion")), value);
			}
		});
		return new NeedIndex(zones, weights(region).weights());
	}

	/** What is known of a zone today, by criterion. */
	public Map<Criterion, NeedValue> of(String siren) {
		var known = new EnumMap<Criterion, NeedValue>(Criterion.class);
		history(siren).reversed().forEach((value) -> known.put(value.criterion(), value));
		return known;
	}

	/** All that was ever recorded of a zone, the latest first. */
	public List<NeedValue> history(String siren) {
		return this.jdbc.sql(VALUES + "where n.siren = ? order by n.id desc")
			.param(siren)
			.query(NeedValue.class)
			.list();
	}

	/** What is known of all zones today, by zone and criterion. */
	Map<String, Map<Criterion, NeedValue>> all() {
		var known = new HashMap<String, Map<Criterion, NeedValue>>();
		this.jdbc.sql(VALUES + """
				where not exists (select from zone_need l
				  where l.siren = n.siren and l.criterion = n.criterion and l.id > n.id)""")
			.query(NeedValue.class)
			.list()
			.forEach((value) -> known.computeIfAbsent(value.siren(), (siren) -> new EnumMap<>(Criterion.class))
				.put(value.criterion(), value));
		return known;
	}

	/** The number of the last value recorded of a zone, 0 when there is none. */
	public long last(String siren) {
		return this.jdbc.sql("select coalesce(max(id), 0) from zone_need where siren = ?")
			.param(siren)
			.query(Long.class)
			.single();
	}

	/** The number of the last value recorded of any zone, 0 when there is none. */
	long last() {
		return this.jdbc.sql("select coalesce(max(id), 0) from zone_need").query(Long.class).single();
	}

	/**
	 * The weights in force.
	 * @param region a region, or null for the whole country
	 * @return those somebody decided for it, or equal ones
	 */
	public WeightsInForce weights(@Nullable String region) {
		return weightsOf(region).orElse(WeightsInForce.EQUAL);
	}

	private Optional<WeightsInForce> weightsOf(@Nullable String region) {
		return pastWeights(region).stream().findFirst();
	}

	/** The weights decided for a region, the latest first. */
	public List<WeightsInForce> pastWeights(@Nullable String region) {
		return this.jdbc.sql("""
				select w.*, a.display_name from need_weights w left join account a on a.id = w.recorded_by
				where w.region is not distinct from cast(? as text) order by w.id desc""")
			.param(region)
			.query((row, number) -> new WeightsInForce(row.getLong("id"),
					new NeedWeights(row.getInt("access"), row.getInt("young_doctors"), row.getInt("long_illness"),
							row.getInt("emergency"), row.getInt("living_standard")),
					row.getString("display_name"), row.getTimestamp("recorded_at").toInstant()))
			.list();
	}

	/**
	 * Weights somebody decided.
	 *
	 * @param id their number, 0 when nobody has decided any
	 * @param weights how much each criterion counts
	 * @param recordedBy who decided
	 * @param recordedAt when
	 */
	public record WeightsInForce(long id, NeedWeights weights, @Nullable String recordedBy,
			@Nullable Instant recordedAt) {

		static final WeightsInForce EQUAL = new WeightsInForce(0, NeedWeights.EQUAL, null, null);

	}

}
