package fr.medecinproche.messaging.sms;

import java.net.http.HttpClient;
import java.time.Clock;

import fr.medecinproche.messaging.Channel;
import fr.medecinproche.messaging.MessageTransport;
import fr.medecinproche.messaging.RecordingTransport;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

@Configuration(proxyBeanMethods = false)
class SmsConfiguration {

	@Bean
	MessageTransport smsTransport(SmsSettings settings, Clock clock) {
		return transport(settings.complete(), clock);
	}

	static MessageTransport transport(SmsSettings settings, Clock clock) {
		return switch (settings.provider()) {
			case NONE -> new RecordingTransport(Channel.SMS);
			case OVH -> new OvhTransport(provider(settings), settings, clock);
			case BREVO -> new BrevoTransport(provider(settings), settings);
		};
	}

	private static SmsProvider provider(SmsSettings settings) {
		var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(settings.connectTimeout())
			.build());
		requests.setReadTimeout(settings.readTimeout());
		return new SmsProvider(RestClient.builder().requestFactory(requests).build());
	}

}
