package io.ledgerbank.app.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.Optional;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Keeps the text of a body while it is read, so that all that is wrong with it can be told and not only what came first. */
@RestControllerAdvice
final class RememberedBodies extends RequestBodyAdviceAdapter {

    private static final String ATTRIBUTE = RememberedBodies.class.getName();

    /** What was sent, and what it was to be read as. */
    record Body(byte[] text, Type type) {}

    static Optional<Body> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Body body ? Optional.of(body) : Optional.empty();
    }

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return JacksonJsonHttpMessageConverter.class.isAssignableFrom(converter);
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        byte[] text = message.getBody().readAllBytes();
        RequestContextHolder.currentRequestAttributes()
                .setAttribute(ATTRIBUTE, new Body(text, type), RequestAttributes.SCOPE_REQUEST);
        return new Again(message.getHeaders(), text);
    }

    private record Again(HttpHeaders headers, byte[] text) implements HttpInputMessage {

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(text);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }
}
