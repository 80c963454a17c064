package org.jianxi.gateway.api;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.entitlement.EntitlementJson;
import org.jianxi.gateway.entitlement.SubsidyRules;
import org.jianxi.gateway.entitlement.Yuan;
import org.jianxi.gateway.flow.money.MoneyDesk;
import org.jianxi.gateway.flow.money.MoneySummary;
import org.jianxi.gateway.flow.money.MoneyTable;
import org.jianxi.gateway.flow.money.SenderMoney;
import org.jianxi.gateway.intake.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the subsidy comes to by the records, through one month: of all senders the sums, of one its units, months and questions. */
@RestController
@RequestMapping("/api/v1/entitlements/{period}")
class EntitlementController {

    private static final EntitlementJson JSON = new EntitlementJson(true);

    private final MoneyDesk desk;

    EntitlementController(MoneyDesk desk) {
        this.desk = desk;
    }

    @GetMapping(produces = "application/json", params = "!sender")
    Map<String, Object> senders(@PathVariable Period period, @AuthenticationPrincipal Caller caller) {
        var tree = head(period);
        tree.put(
                "senders",
                summaries(period, caller).stream()
                        .map(EntitlementController::summary)
                        .toList());
        return tree;
    }

    @GetMapping(produces = "application/json", params = "sender")
    Map<String, Object> sender(
            @PathVariable Period period,
            @RequestParam String sender,
            @RequestParam(defaultValue = "false") boolean trace,
            @AuthenticationPrincipal Caller caller) {
        var money = read(period, sender, trace, caller);
        var tree = head(period);
        tree.put("sender", money.unit().sender().code());
        tree.put(
                "units",
                money.entitlements().units().stream()
                        .map(unit -> unit(money, unit.unit(), JSON.unit(unit)))
                        .toList());
        tree.put("total", JSON.line(money.entitlements().total()));
        tree.put("ceiling", JSON.ceiling(money.entitlements().ceiling()));
        tree.put(
                "questions",
                money.questions().stream()
                        .map(one -> unit(money, one.unit(), JSON.question(one)))
                        .toList());
        tree.put("asked", EntitlementJson.asked(money.asked()));
        tree.put("orphans", money.entitlements().orphans());
        if (trace) {
            tree.put(
                    "records",
                    money.entitlements().explanations().stream()
                            .map(one -> unit(money, one.unit(), JSON.explained(one)))
                            .toList());
        }
        return tree;
    }

    @GetMapping(produces = "text/csv", params = "!sender")
    ResponseEntity<byte[]> sendersTable(@PathVariable Period period, @AuthenticationPrincipal Caller caller) {
        return kept("entitlements-%s.csv".formatted(period), MoneyTable.of(summaries(period, caller)));
    }

    @GetMapping(produces = "text/csv", params = "sender")
    ResponseEntity<byte[]> senderTable(
            @PathVariable Period period, @RequestParam String sender, @AuthenticationPrincipal Caller caller) {
        var money = read(period, sender, false, caller);
        return kept("entitlements-%s-%s.csv".formatted(period, money.unit().sender()), MoneyTable.of(money));
    }

    private static ResponseEntity<byte[]> kept(String name, byte[] table) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.named(name))
                .body(table);
    }

    private Map<String, Object> head(Period period) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("period", period.toString());
        desk.rules(period).map(SubsidyRules::id).ifPresent(id -> tree.put("rules", id));
        return tree;
    }

    private List<MoneySummary> summaries(Period period, Caller caller) {
        return desk.of(OwnPeople.of(caller), period);
    }

    private SenderMoney read(Period period, String sender, boolean trace, Caller caller) {
        Collection<Sender> own = OwnPeople.of(caller);
        return Sender.parse(sender)
                .filter(one -> own.isEmpty() || own.contains(one))
                .flatMap(one -> desk.of(one, period, trace))
                .orElseThrow(NotThere::new);
    }

    /** Units by what they are called outside. */
    private static Map<String, Object> unit(SenderMoney money, Optional<String> id, Map<String, Object> tree) {
        return id.map(one -> unit(money, one, tree)).orElse(tree);
    }

    private static Map<String, Object> unit(SenderMoney money, String id, Map<String, Object> tree) {
        tree.put("unit", money.name(id).creditCode());
        tree.put("name", money.name(id).name());
        return tree;
    }

    private static Map<String, @Nullable Object> summary(MoneySummary one) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("sender", one.unit().sender().code());
        tree.put("name", one.unit().name());
        tree.put("year", one.known().map(known -> JSON.line(known.year())).orElse(null));
        tree.put(
                "ceiling",
                one.known().map(known -> JSON.ceiling(known.ceiling())).orElse(null));
        tree.put("questions", one.known().map(MoneySummary.Known::questions).orElse(null));
        tree.put("reported", one.reported().map(Yuan::of).orElse(null));
        return tree;
    }
}
