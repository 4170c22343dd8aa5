package io.ledgerbank.command.testing;

import io.ledgerbank.api.user.Caller;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Calls the endpoints as a given caller. */
@Component
@ConditionalOnWebApplication
public class Http {

    private final MockMvcTester tester;

    Http(WebApplicationContext context) {
        MockMvc mvc = MockMvcBuilders.webAppContextSetup(context).build();
        this.tester = MockMvcTester.create(mvc);
    }

    public MvcTestResult post(Caller caller, String path, String json) {
        return post(caller, path, json, Map.of());
    }

    public MvcTestResult post(Caller caller, String path, String json, Map<String, String> headers) {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .header(CommandSide.CALLER, caller.userId().toString())
                .header(CommandSide.ROLE, caller.role().name());
        headers.forEach(request::header);
        return tester.perform(request);
    }
}
