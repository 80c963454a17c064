package org.jianxi.gateway.flow;

import java.util.Arrays;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.forms.CanonicalJson;

/** Holds a verdict made again against the recorded one. Where the two differ, no difference may be blamed on a candidate. */
final class Reproduction {

    private Reproduction() {}

    /** Throws {@link NotReproducible} with what differs. */
    static void require(ReplayedDelivery one, Replayed again, Ground ground) throws NotReproducible {
        var submission = one.submission();
        var decision = submission.decision();
        require(decision.verdict() == again.verdict(), "结论", "verdict");
        require(submission.sender().equals(again.sender()), "填报单位", "sender");
        require(submission.period().equals(again.period()), "报告期", "period");
        require(
                Replayed.counted(one.recordedFindings())
                        .equals(Replayed.counted(again.examined().findings())),
                "问题清单",
                "findings");
        require(decision.deadline().equals(again.deadline()) && decision.late() == again.late(), "截止日", "deadline");
        require(sameFigures(one, again, ground), "数据", "figures");
    }

    private static boolean sameFigures(ReplayedDelivery one, Replayed again, Ground ground) {
        var recorded = one.submission().decision().canonical();
        if (recorded.isEmpty()) {
            return true;
        }
        var content = again.examined()
                .accepted()
                .orElseThrow()
                .withRevision(one.submission().revision());
        return ground.rules()
                .forms()
                .find(content.form())
                .map(form -> Arrays.equals(CanonicalJson.write(content, form), recorded.get()))
                .orElse(false);
    }

    static void require(boolean same, String zh, String en) throws NotReproducible {
        if (!same) {
            throw new NotReproducible(new Bilingual(
                    "按当时的各版本重做，%s与记录不符".formatted(zh),
                    "made again with the versions of then, its %s are not those recorded".formatted(en)));
        }
    }
}
