package fr.medecinproche.calendar;

import fr.medecinproche.account.Secret;
import fr.medecinproche.web.CalendarFile;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * A doctor's half-days, for the calendar on their phone. Its address is the key: no
 * account, no session, and no search engine learns it. A calendar that has it already is
 * told so without a body.
 */
@Controller
class FeedController {

	private final CalendarFeeds feeds;

	private final DoctorsCalendar calendar;

	FeedController(CalendarFeeds feeds, DoctorsCalendar calendar) {
		this.feeds = feeds;
		this.calendar = calendar;
	}

	@GetMapping("/agenda/{secret}.ics")
	ResponseEntity<byte[]> read(@PathVariable String secret) {
		var reader = this.feeds.behind(Secret.of(secret))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		var file = this.calendar.feed(reader.volunteerId(), reader.locale()).bytes();
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(CalendarFile.MEDIA_TYPE))
			// weak: the same lines, compressed or not
			.eTag("W/\"" + DigestUtils.md5DigestAsHex(file) + '"')
			.cacheControl(CacheControl.noCache().cachePrivate())
			.header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"medecin-proche.ics\"")
			.header("X-Robots-Tag", "noindex")
			.header("Referrer-Policy", "no-referrer")
			.body(file);
	}

}
