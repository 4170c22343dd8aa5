package io.ledgerbank.command.testing;

import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.error.Rejection;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers a rejection as it is; the app's edge makes a problem of it. */
@RestControllerAdvice
class ThinEdge {

    @ExceptionHandler
    ResponseEntity<Rejection> rejected(RejectedException rejected) {
        return ResponseEntity.status(rejected.reason().status()).body(rejected.rejection());
    }

    @ExceptionHandler
    ResponseEntity<Rejection> unreadable(HttpMessageNotReadableException unreadable) {
        Optional<RejectedException> cause = Stream.<Throwable>iterate(
                        unreadable, failure -> failure != null, Throwable::getCause)
                .filter(RejectedException.class::isInstance)
                .map(RejectedException.class::cast)
                .findFirst();
        return rejected(cause.orElseThrow(() -> unreadable));
    }
}
