package org.jianxi.gateway.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.flow.targets.TargetDesk;
import org.jianxi.gateway.flow.targets.TargetTable;
import org.jianxi.gateway.rollup.TargetProgress;
import org.jianxi.gateway.rollup.TargetProgress.OfUnit;
import org.jianxi.gateway.rollup.TargetProgress.Reached;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the year's targets are met, through one month. */
@RestController
@RequestMapping("/api/v1/targets/{period}")
class TargetController {

    private final TargetDesk desk;

    TargetController(TargetDesk desk) {
        this.desk = desk;
    }

    /** @param province for each measure by its name */
    record TargetsView(
            int year,
            String through,
            String notice,
            List<MeasureView> measures,
            Map<String, ReachedView> province,
            List<SenderTargets> senders) {

        static TargetsView of(TargetProgress progress) {
            var targets = progress.targets();
            return new TargetsView(
                    targets.year(),
                    progress.through().toString(),
                    targets.notice(),
                    targets.measures().stream()
                            .map(one -> new MeasureView(one.name(), one.title(), one.indicator()))
                            .toList(),
                    byName(progress, progress.province()),
                    progress.units().stream()
                            .map(unit -> SenderTargets.of(progress, unit))
                            .toList());
        }

        private static Map<String, ReachedView> byName(TargetProgress progress, List<Reached> reached) {
            var measures = progress.targets().measures();
            var byName = new TreeMap<String, ReachedView>();
            for (var at = 0; at < measures.size(); at++) {
                byName.put(measures.get(at).name(), ReachedView.of(reached.get(at)));
            }
            return byName;
        }
    }

    record MeasureView(String name, Bilingual title, int indicator) {}

    /** @param percent of the target, one decimal; empty without a target */
    record ReachedView(long done, long target, Optional<BigDecimal> percent, Optional<Integer> rank) {

        static ReachedView of(Reached one) {
            return new ReachedView(one.done(), one.target(), one.percent(), one.rank());
        }
    }

    /** @param missing months without an accepted return, which count nothing */
    record SenderTargets(String sender, String name, Map<String, ReachedView> reached, List<String> missing) {

        static SenderTargets of(TargetProgress progress, OfUnit unit) {
            return new SenderTargets(
                    unit.unit().sender().code(),
                    unit.unit().name(),
                    TargetsView.byName(progress, unit.reached()),
                    unit.missing().stream().map(Period::toString).toList());
        }
    }

    @GetMapping(produces = "application/json")
    TargetsView progress(@PathVariable Period period) {
        return TargetsView.of(read(period));
    }

    @GetMapping(produces = "text/csv")
    ResponseEntity<byte[]> table(@PathVariable Period period) {
        var name = "targets-%s.csv".formatted(period);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(TargetTable.of(read(period)));
    }

    private TargetProgress read(Period period) {
        return desk.of(period).orElseThrow(NotThere::new);
    }
}
