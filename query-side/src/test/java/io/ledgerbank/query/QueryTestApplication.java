package io.ledgerbank.query;

import io.ledgerbank.api.audit.Signatory;
import io.ledgerbank.api.bank.Bank;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.bank.Banks;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.user.Caller;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The query house as the app hosts it, with as little around it as it needs. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan
public class QueryTestApplication implements WebMvcConfigurer {

    /** By a key that nobody checks. */
    @Bean
    Signatory signatory() {
        return (title, text) -> new Signatory.Signed("00", Integer.toHexString((title + text).hashCode()));
    }

    @Bean
    Clock clock() {
        return Clock.fixed(Books.NOW, ZoneOffset.UTC);
    }

    @Bean
    Banks banks() {
        return () -> Stream.of("ZETABANK", "SIMBANK", "ALPHABANK")
                .map(code -> new Bank(new BankCode(code), "Bank " + code, "GB", URI.create("http://127.0.0.1:1")))
                .toList();
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactionManager) {
        return new SpringTransactionManager(transactionManager);
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            DataSource dataSource, TransactionManager transactions, Serializer serializer) {
        return new TestLog((TestLog.Builder) TestLog.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
                .transactionManager(transactions)
                .snapshotSerializer(serializer)
                .eventSerializer(new NamedTypes()));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new SystemCaller());
    }

    private static final class SystemCaller implements HandlerMethodArgumentResolver {

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
            return Caller.system();
        }
    }

    @RestControllerAdvice
    static class Refusals {

        @ExceptionHandler
        ResponseEntity<String> answer(RejectedException refused) {
            return ResponseEntity.status(refused.reason().status())
                    .body(refused.reason().code() + ": " + refused.rejection().detail());
        }

        @ExceptionHandler
        ResponseEntity<String> answer(MethodArgumentTypeMismatchException mismatch) {
            for (Throwable cause = mismatch; cause != null; cause = cause.getCause()) {
                if (cause instanceof RejectedException refused) {
                    return answer(refused);
                }
            }
            return ResponseEntity.badRequest().body("invalid_parameter: " + mismatch.getName());
        }
    }
}
