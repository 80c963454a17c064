package org.jianxi.gateway.api;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.reminders.ReminderDesk;
import org.jianxi.gateway.flow.reminders.ReminderDesk.Request;
import org.jianxi.gateway.flow.reminders.ReminderPage.Row;
import org.jianxi.gateway.flow.reminders.ReminderPage.Told;
import org.jianxi.gateway.flow.reminders.ReminderText;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.intake.Contacts.Contact;
import org.jianxi.gateway.notices.Reminder.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reminders (催报) of one month: who was reminded, what they did after, and reminding by hand. */
@RestController
@RequestMapping("/api/v1/reminders/{period}")
class ReminderController {

    private final ReminderDesk desk;

    ReminderController(ReminderDesk desk) {
        this.desk = desk;
    }

    record RemindersView(String period, List<UnitView> senders, List<ToldView> office) {}

    /** @param text what to say now; absent where the return stands */
    record UnitView(
            String sender,
            String name,
            String state,
            Optional<String> role,
            Optional<ReminderText> text,
            List<ToldView> reminders) {

        static UnitView of(Row row) {
            var unit = row.standing().unit();
            return new UnitView(
                    unit.sender().code(),
                    unit.name(),
                    row.standing().state().wireName(),
                    row.contact().map(Contact::role),
                    row.text(),
                    row.told().stream().map(ToldView::of).toList());
        }
    }

    record ToldView(
            Instant at, String stage, String way, String state, String by, String note, Optional<AfterView> after) {

        static ToldView of(Told told) {
            return new ToldView(
                    told.at(),
                    told.stage(),
                    told.way(),
                    told.state(),
                    told.by(),
                    told.note(),
                    told.after().map(one -> new AfterView(one.submission(), one.at(), one.accepted())));
        }
    }

    record AfterView(String submission, Instant at, boolean accepted) {}

    /** @param way {@code mail} or {@code telephone} */
    record RemindBody(
            @Nullable String sender,
            @Nullable String way,
            @Nullable String note) {}

    @GetMapping(produces = "application/json")
    RemindersView reminders(@PathVariable Period period) {
        var page = desk.page(period);
        return new RemindersView(
                period.toString(),
                page.rows().stream().map(UnitView::of).toList(),
                page.office().stream().map(ToldView::of).toList());
    }

    @PostMapping(
            consumes = "application/json",
            produces = {"application/json", "application/problem+json"})
    ResponseEntity<Object> remind(
            @PathVariable Period period, @RequestBody RemindBody body, @AuthenticationPrincipal Caller caller) {
        var request = request(body);
        if (request.isEmpty()) {
            return refused("sender 应为单位代码，way 应为 mail 或 telephone · sender is a unit's code, way is mail or telephone");
        }
        return switch (desk.remind(period, request.get(), caller.name())) {
            case DONE -> ResponseEntity.noContent().build();
            case NOT_THERE -> throw new NotThere();
            case NOT_OWED -> notNow("该单位的报表已受理，无须催报 · its return is accepted; there is nothing to remind of");
            case NO_MAILBOX -> notNow("联系方式中没有该单位的邮箱 · contacts.yaml has no mailbox for it");
            case TOO_SOON -> notNow("十分钟内已催报过 · it was reminded less than ten minutes ago");
            case NO_NOTE -> refused("请写明通话内容 · write down what was said (note)");
        };
    }

    private static Optional<Request> request(RemindBody body) {
        var way = Arrays.stream(Channel.values())
                .filter(one -> one.wireName().equals(body.way()))
                .findFirst();
        var note = Optional.ofNullable(body.note()).orElse("");
        return Optional.ofNullable(body.sender())
                .flatMap(Sender::parse)
                .flatMap(sender -> way.map(one -> new Request(sender, one, note)));
    }

    private static ResponseEntity<Object> notNow(String why) {
        return ProblemAnswers.answer(ProblemAnswers.problem(HttpStatus.CONFLICT, "not-now", why));
    }

    private static ResponseEntity<Object> refused(String why) {
        return ProblemAnswers.answer(ProblemAnswers.problem(HttpStatus.UNPROCESSABLE_CONTENT, "rejected", why));
    }
}
