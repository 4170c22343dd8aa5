package io.ledgerbank.command.testing;

import io.ledgerbank.api.bank.Bank;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.bank.Banks;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.MethodParameter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The command side as an application, with what the app would give it; callers name themselves in headers. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan({
    "io.ledgerbank.command.account",
    "io.ledgerbank.command.approval",
    "io.ledgerbank.command.bank",
    "io.ledgerbank.command.bankconnection",
    "io.ledgerbank.command.claim",
    "io.ledgerbank.command.eventlog",
    "io.ledgerbank.command.idempotency",
    "io.ledgerbank.command.lane",
    "io.ledgerbank.command.operation",
    "io.ledgerbank.command.payment",
    "io.ledgerbank.command.personal",
    "io.ledgerbank.command.push",
    "io.ledgerbank.command.standingorder",
    "io.ledgerbank.command.testing"
})
public class CommandSide implements WebMvcConfigurer {

    public static final String CALLER = "X-Test-Caller";
    public static final String ROLE = "X-Test-Role";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Banks banks() {
        return () -> List.of(new Bank(new BankCode("SIMBANK"), "SimBank", "DE", URI.create("http://127.0.0.1")));
    }

    @Bean
    UsersInMemory users() {
        return new UsersInMemory();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerFromHeaders());
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, PaymentId.class, PaymentId::parse);
    }

    private static final class CallerFromHeaders implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                ModelAndViewContainer container,
                NativeWebRequest request,
                WebDataBinderFactory binders) {
            return new Caller(
                    UserId.parse(Objects.requireNonNull(request.getHeader(CALLER))),
                    Role.valueOf(Objects.requireNonNull(request.getHeader(ROLE))));
        }
    }

    @Bean
    SecretKey secret() {
        return new SecretKeySpec(new byte[32], "HmacSHA256");
    }
}
