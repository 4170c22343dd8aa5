package io.ledgerbank.app.dashboard.access;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form by which operators come in. */
@Controller
class LoginEndpoint {

    private static final Map<String, String> REFUSALS = Map.of(
            "credentials", "The e-mail address or the password is wrong.",
            "suspended", "This user is suspended.");
    private static final String BUSY = "Too many people are logging in right now. Try again in a moment.";

    @GetMapping(AccessPaths.LOGIN)
    String form(
            @RequestParam("refused") Optional<String> refused, @RequestParam("out") Optional<String> out, Model model) {
        model.addAttribute(
                "refusal", refused.map(why -> REFUSALS.getOrDefault(why, BUSY)).orElse(""));
        model.addAttribute("loggedOut", out.isPresent());
        return "dashboard/login";
    }
}
