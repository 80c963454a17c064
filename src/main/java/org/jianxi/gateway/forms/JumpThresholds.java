package org.jianxi.gateway.forms;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.LiveFile;
import org.jianxi.gateway.documents.YamlFile;

/** From what change on a unit is asked to say why ({@code schemas/codes/jumps.yaml}). */
public record JumpThresholds(Threshold counts, Threshold money) {

    private static final String FILE = "schemas/codes/jumps.yaml";
    private static final int FEN_IN_A_YUAN = 100;
    private static final String RULE = "B-JUMP-";

    /**
     * What counts as a jump: both must be reached.
     *
     * @param percent of the earlier figure; whatever follows a zero reaches it
     * @param least in smallest parts
     * @param zeroAfter last month's figure, in smallest parts, from which on a zero is asked about
     */
    public record Threshold(BigDecimal percent, long least, long zeroAfter) {}

    /** Throws {@link FileProblem} with the line where a threshold is missing or no whole number from 1. */
    public static JumpThresholds load(Path home) {
        return open(home).get();
    }

    /** The same file to be re-read while running. */
    public static LiveFile<JumpThresholds> open(Path home) {
        return LiveFile.open(home.resolve(FILE), JumpThresholds::read);
    }

    private static JumpThresholds read(YamlFile file) {
        var root = Section.root(file).only("counts", "money");
        return new JumpThresholds(threshold(root.at("counts"), 1), threshold(root.at("money"), FEN_IN_A_YUAN));
    }

    public Threshold of(Unit unit) {
        return unit.isMoney() ? money : counts;
    }

    /** The least of money as the file says it. */
    public long moneyInYuan() {
        return money.least() / FEN_IN_A_YUAN;
    }

    /** The id under which a unit explains the movement of an indicator, as it would a balance rule's warning. */
    public static String ruleOf(Indicator indicator) {
        return RULE + indicator.number();
    }

    private static Threshold threshold(Section section, int parts) {
        section.only("percent", "least", "zeroAfter");
        return new Threshold(
                BigDecimal.valueOf(section.number("percent")),
                Math.multiplyExact((long) section.number("least"), parts),
                Math.multiplyExact((long) section.number("zeroAfter"), parts));
    }
}
