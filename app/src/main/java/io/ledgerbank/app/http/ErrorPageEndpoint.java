package io.ledgerbank.app.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the container sends errors that were announced by a bare status. */
@Controller
class ErrorPageEndpoint implements ErrorController {

    private final Problems problems;
    private final ProblemResolver resolver;

    ErrorPageEndpoint(Problems problems, ProblemResolver resolver) {
        this.problems = problems;
        this.resolver = resolver;
    }

    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception failure) {
            resolver.answer(request, response, failure);
            return;
        }
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : HttpStatus.NOT_FOUND.value();
        problems.answer(request, response, StatusRejections.of(status));
    }
}
