package org.jianxi.gateway.api;

import java.time.LocalDate;
import java.util.List;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.SafeTable;
import org.jianxi.gateway.flow.hardship.PriorityDesk;
import org.jianxi.gateway.flow.hardship.PriorityDesk.Line;
import org.jianxi.gateway.flow.hardship.PriorityDesk.PriorityList;
import org.jianxi.gateway.intake.Caller;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A unit's marked trainees who are in no placement, by the unit's own ids, in the order in which to serve them. */
@RestController
@RequestMapping("/api/v1/hardship/priorities/{sender}")
class PriorityController {

    private static final Bilingual ORDER = new Bilingual(
            "标识者优先于未标识者（人社部发〔2023〕27号 二(一)）；标识者之间不比较困难程度：未曾见习的在前，其次按首个有效标识的确认日期先后",
            "the marked come before the others (人社部发〔2023〕27号 二(一)); among them nobody's hardship is compared: who was never in a placement first, then by the day on which the first valid mark was confirmed");

    private static final List<String> HEADER =
            List.of("place", "traineeId", "waitingSince", "placedBefore", "registries");

    private final PriorityDesk desk;

    PriorityController(PriorityDesk desk) {
        this.desk = desk;
    }

    record ListView(String sender, LocalDate on, Bilingual order, List<LineView> trainees) {}

    record LineView(
            int place, String traineeId, LocalDate waitingSince, boolean placedBefore, List<String> registries) {

        static LineView of(Line line) {
            var waiting = line.waiting();
            return new LineView(
                    line.place(),
                    line.traineeId(),
                    waiting.waitingSince(),
                    waiting.placedBefore(),
                    waiting.registries());
        }

        List<String> cells() {
            return List.of(
                    Integer.toString(place),
                    traineeId,
                    waitingSince.toString(),
                    Boolean.toString(placedBefore),
                    String.join(";", registries));
        }
    }

    @GetMapping(produces = "application/json")
    ListView list(@PathVariable String sender, @AuthenticationPrincipal Caller caller) {
        var list = read(sender, caller);
        return new ListView(
                list.sender().code(),
                list.on(),
                ORDER,
                list.lines().stream().map(LineView::of).toList());
    }

    @GetMapping(produces = "text/csv")
    ResponseEntity<byte[]> table(@PathVariable String sender, @AuthenticationPrincipal Caller caller) {
        var list = read(sender, caller);
        var name = "priorities-%s-%s.csv".formatted(list.sender().code(), list.on());
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(SafeTable.write(
                        HEADER, list.lines().stream().map(LineView::of).map(LineView::cells)));
    }

    private PriorityList read(String code, Caller caller) {
        var sender = Sender.parse(code).orElseThrow(NotThere::new);
        var own = OwnPeople.of(caller);
        if (!own.isEmpty() && !own.contains(sender)) {
            throw new NotThere();
        }
        return desk.of(sender, caller.name());
    }
}
