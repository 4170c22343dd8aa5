package io.ledgerbank.app.traffic;

import java.net.InetAddress;
import org.apache.catalina.connector.Connector;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** HTTPS, and the way to it for those who come in the clear, as soon as there is a folder with a certificate. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("ledgerbank.tls.directory")
@EnableConfigurationProperties(TlsProperties.class)
class TlsConfiguration {

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private static final int USUAL_PLAIN_PORT = 8080;
    private static final int USUAL_HTTPS_PORT = 8443;

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> https(TlsProperties tls, ServerProperties server) {
        return factory -> {
            factory.setSsl(ssl(tls));
            factory.setPort(httpsPort(tls, server));
            if (tls.redirectPort() > 0) {
                factory.addAdditionalConnectors(plain(tls, factory.getAddress()));
            }
        };
    }

    @Bean
    FilterRegistrationBean<PlainConnection> plainConnection(TlsProperties tls, ServerProperties server) {
        var registration = new FilterRegistrationBean<>(new PlainConnection(httpsPort(tls, server)));
        registration.setOrder(TrafficConfiguration.BEHIND_THE_PROXIES);
        return registration;
    }

    /** The plain port keeps its usual number, so HTTPS takes its own when nobody has said otherwise. */
    private static int httpsPort(TlsProperties tls, ServerProperties server) {
        int port = server.getPort() == null ? USUAL_PLAIN_PORT : server.getPort();
        return port == tls.redirectPort() ? USUAL_HTTPS_PORT : port;
    }

    private static Ssl ssl(TlsProperties tls) {
        Ssl ssl = new Ssl();
        ssl.setCertificate(tls.certificate());
        ssl.setCertificatePrivateKey(tls.privateKey());
        ssl.setEnabledProtocols(PROTOCOLS);
        return ssl;
    }

    private static Connector plain(TlsProperties tls, @Nullable InetAddress address) {
        Connector connector = new Connector();
        connector.setPort(tls.redirectPort());
        if (address != null) {
            connector.setProperty("address", address.getHostAddress());
        }
        return connector;
    }
}
