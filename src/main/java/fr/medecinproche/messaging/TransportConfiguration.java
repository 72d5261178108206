package fr.medecinproche.messaging;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.util.StringUtils;

@Configuration(proxyBeanMethods = false)
class TransportConfiguration {

	private static final Logger log = LoggerFactory.getLogger(TransportConfiguration.class);

	/** A compose file passes an unset variable as an empty host: that counts as none. */
	@Bean
	MessageTransport mailTransport(@Value("${spring.mail.host:}") String host, ObjectProvider<JavaMailSender> sender,
			MailSettings settings) {
		if (StringUtils.hasText(host)) {
			return new SmtpTransport(sender.getObject(), settings);
		}
		log.warn("No mail server (spring.mail.host): messages are kept in the outbox and go nowhere");
		return new RecordingTransport(Channel.EMAIL);
	}

}
