package org.jianxi.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.flow.handover.HandoverDesk;
import org.jianxi.gateway.flow.handover.HandoverEnding;
import org.jianxi.gateway.handover.Handovers;
import org.jianxi.gateway.handover.Receiver;
import org.jianxi.gateway.handover.ServicePurpose;
import org.jianxi.gateway.intake.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists of trainees whom nobody kept, handed to named receivers (供对接名单). */
@RestController
@RequestMapping("/api/v1/handovers")
class HandoverController {

    static final String SEALED = "application/pkcs7-mime";

    private final HandoverDesk desk;

    HandoverController(HandoverDesk desk) {
        this.desk = desk;
    }

    /** @param reason what for, in the officer's own words */
    record HandoverBody(
            @Nullable String receiver,
            @Nullable String purpose,
            @Nullable String reason) {

        HandoverDesk.Asked by(Caller officer) {
            return new HandoverDesk.Asked(
                    receiver == null ? "" : receiver,
                    purpose == null ? "" : purpose,
                    reason == null ? "" : reason,
                    officer.name());
        }
    }

    record ReceiverView(
            String receiver,
            Bilingual name,
            List<String> senders,
            List<String> purposes,
            String basis,
            String certificate,
            Instant validUntil) {

        static ReceiverView of(Receiver one) {
            return new ReceiverView(
                    one.id(),
                    one.name(),
                    one.senders().stream().map(Sender::code).sorted().toList(),
                    one.purposes().stream().map(ServicePurpose::wireName).toList(),
                    one.basis(),
                    one.certificate().fingerprint().hex(),
                    one.certificate().notAfter());
        }
    }

    record MadeView(
            String receiver,
            String purpose,
            int people,
            String digest,
            String certificate,
            String reason,
            String by,
            Instant at,
            long position) {

        static MadeView of(Handovers.Entered entered) {
            var one = entered.handover();
            return new MadeView(
                    one.receiver(),
                    one.purpose(),
                    one.people(),
                    one.digest().hex(),
                    one.certificate().hex(),
                    one.words(),
                    one.by(),
                    one.at(),
                    entered.position());
        }
    }

    /** @param problem what is wrong with the file of receivers; then nobody receives anything */
    record HandoversView(
            List<ReceiverView> receivers,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> problem,
            List<MadeView> handovers) {}

    @GetMapping(produces = "application/json")
    HandoversView handovers() {
        var page = desk.page();
        return new HandoversView(
                page.receivers().stream().map(ReceiverView::of).toList(),
                page.problem().map(FileProblem::getMessage),
                page.made().stream().map(MadeView::of).toList());
    }

    @PostMapping(
            consumes = "application/json",
            produces = {SEALED, "application/problem+json"})
    ResponseEntity<Object> handOver(@RequestBody HandoverBody body, @AuthenticationPrincipal Caller officer) {
        return switch (desk.make(body.by(officer))) {
            case HandoverEnding.Made made ->
                ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_TYPE, SEALED)
                        .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.named(made.fileName()))
                        .body(made.sealed());
            case HandoverEnding.Refused refused ->
                ProblemAnswers.answer(ProblemAnswers.problem(
                        HttpStatus.CONFLICT,
                        "handover-" + refused.why().wireName(),
                        refused.why().message().zh() + " · "
                                + refused.why().message().en()));
        };
    }
}
