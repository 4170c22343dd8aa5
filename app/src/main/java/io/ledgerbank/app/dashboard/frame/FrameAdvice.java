package io.ledgerbank.app.dashboard.frame;

import jakarta.servlet.http.HttpServletRequest;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page of the dashboard its frame and its words. */
@ControllerAdvice(basePackages = "io.ledgerbank.app.dashboard")
class FrameAdvice {

    private final Frames frames;
    private final EventStore log;
    private final Words words = new Words();

    FrameAdvice(Frames frames, EventStore log) {
        this.frames = frames;
        this.log = log;
    }

    /** The position is read before the page's content is: what happens in between is told twice rather than never. */
    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request) {
        return frames.of(request, Frames.operator().map(operator -> head()));
    }

    @ModelAttribute("words")
    Words words() {
        return words;
    }

    private long head() {
        TrackingToken head = log.createHeadToken();
        return head == null ? 0 : head.position().orElse(0);
    }
}
