package org.jianxi.gateway.registries.marks;

import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.registries.marks.MarkState.Confirmed;
import org.jianxi.gateway.registries.marks.MarkState.Erased;
import org.jianxi.gateway.registries.marks.MarkState.Expired;
import org.jianxi.gateway.registries.marks.MarkState.Ground;
import org.jianxi.gateway.registries.marks.MarkState.Missing;
import org.jianxi.gateway.registries.marks.MarkState.Objected;
import org.jianxi.gateway.registries.marks.MarkState.Proposed;
import org.jianxi.gateway.registries.marks.MarkState.Refused;
import org.jianxi.gateway.registries.marks.MarkState.Withdrawn;

/** Every act on every state. Pure: who may do what, and when, is asked elsewhere. */
public final class MarkLife {

    private static final Bilingual GONE =
            new Bilingual("标识已按期删除，不再办理", "the mark was erased in time; nothing happens to it any more");

    private MarkLife() {}

    /** How the mark stands afterwards, that nothing changes, or why not. */
    public static MarkStep after(Standing standing, MarkAct act) {
        if (standing.state() instanceof Erased) {
            return isAutomatic(act) ? new MarkStep.Nothing() : gone();
        }
        return switch (act) {
            case MarkAct.Hit hit -> RegistryAnswers.hit(standing, hit.word());
            case MarkAct.Miss miss -> RegistryAnswers.miss(standing, miss.snapshotOn());
            case MarkAct.Expire expire -> expire(standing, expire);
            case MarkAct.Erase erase -> erase(standing);
            case MarkAct.Confirm confirm -> confirm(standing);
            case MarkAct.Refuse refuse -> refuse(standing);
            case MarkAct.Keep keep -> keep(standing);
            case MarkAct.Withdraw withdraw -> withdraw(standing);
            case MarkAct.Correct correct -> correct(standing, correct.instead());
            case MarkAct.Raise raise -> raise(standing);
            case MarkAct.UpholdAndWithdraw uphold -> decided(standing, standing.to(new Withdrawn(Ground.OBJECTION)));
            case MarkAct.UpholdAndCorrect uphold -> decided(standing, standing.corrected(uphold.instead()));
            case MarkAct.Reject reject ->
                standing.state() instanceof Objected objected
                        ? decided(standing, standing.to(objected.before()))
                        : decided(standing, standing);
            case MarkAct.Reconsider reconsider -> reconsider(standing);
        };
    }

    /** What is answered of a mark of which nothing is kept. */
    public static MarkStep.NotNow gone() {
        return new MarkStep.NotNow(GONE);
    }

    private static boolean isAutomatic(MarkAct act) {
        return act instanceof MarkAct.Hit
                || act instanceof MarkAct.Miss
                || act instanceof MarkAct.Expire
                || act instanceof MarkAct.Erase;
    }

    /** An open objection is answered before its mark runs out. */
    private static MarkStep expire(Standing standing, MarkAct.Expire expire) {
        var over = expire.today().isAfter(standing.word().validUntil());
        return over && !standing.state().hasEnded() && !(standing.state() instanceof Objected)
                ? done(standing, new Expired())
                : new MarkStep.Nothing();
    }

    private static MarkStep erase(Standing standing) {
        return standing.state().hasEnded() ? done(standing, new Erased()) : new MarkStep.Nothing();
    }

    private static MarkStep confirm(Standing standing) {
        return switch (standing.state()) {
            case Proposed proposed -> done(standing, new Confirmed());
            case Confirmed confirmed -> new MarkStep.Nothing();
            case Missing missing ->
                notNow(
                        "后一期登记库快照中已无此人，请先决定保留或撤回",
                        "a later snapshot no longer has the person: keep or withdraw it first");
            case Objected objected -> undecided();
            default -> ended();
        };
    }

    private static MarkStep refuse(Standing standing) {
        return switch (standing.state()) {
            case Proposed proposed -> done(standing, new Refused());
            case Missing missing when missing.before() instanceof Proposed -> done(standing, new Refused());
            case Refused refused -> new MarkStep.Nothing();
            case Objected objected -> undecided();
            case Confirmed confirmed -> notNow("标识已确认，如有误请撤回", "the mark is confirmed; if it is wrong, withdraw it");
            case Missing missing -> notNow("标识已确认，如有误请撤回", "the mark is confirmed; if it is wrong, withdraw it");
            default -> ended();
        };
    }

    private static MarkStep keep(Standing standing) {
        return switch (standing.state()) {
            case Missing missing -> done(standing, missing.before());
            case Objected objected -> undecided();
            default -> notNow("标识并未标注“快照中已无此人”", "the mark does not say that a later snapshot is without the person");
        };
    }

    private static MarkStep withdraw(Standing standing) {
        return switch (standing.state()) {
            case Confirmed confirmed -> done(standing, new Withdrawn(Ground.OFFICE));
            case Missing missing -> done(standing, new Withdrawn(Ground.REGISTRY));
            case Withdrawn withdrawn -> new MarkStep.Nothing();
            case Objected objected -> undecided();
            case Proposed proposed -> notNow("标识尚未确认，请予确认或不予确认", "the mark is only proposed: confirm or refuse it");
            default -> ended();
        };
    }

    private static MarkStep correct(Standing standing, Hardship instead) {
        return switch (standing.state()) {
            case Proposed proposed -> new MarkStep.Done(standing.corrected(instead));
            case Confirmed confirmed -> new MarkStep.Done(standing.corrected(instead));
            case Missing missing -> new MarkStep.Done(standing.corrected(instead));
            case Objected objected -> undecided();
            default -> ended();
        };
    }

    private static MarkStep raise(Standing standing) {
        return standing.state() instanceof Objected
                ? notNow("已有异议在办，请待其办结", "an objection is open already; wait until it is decided")
                : done(standing, new Objected(standing.state()));
    }

    private static MarkStep decided(Standing standing, Standing next) {
        return standing.state() instanceof Objected
                ? new MarkStep.Done(next)
                : notNow("没有待办的异议", "there is no open objection to decide");
    }

    private static MarkStep reconsider(Standing standing) {
        return standing.state().hasEnded()
                ? done(standing, new Proposed())
                : notNow("标识仍在办理中，无须重新考虑", "the mark has not ended; there is nothing to reconsider");
    }

    private static MarkStep done(Standing standing, MarkState next) {
        return new MarkStep.Done(standing.to(next));
    }

    private static MarkStep undecided() {
        return notNow("有异议待办，请先对异议作出决定", "an objection is open: decide that first");
    }

    private static MarkStep ended() {
        return notNow("标识已结束；如需再办，请先重新考虑", "the mark has ended; reconsider it first");
    }

    private static MarkStep notNow(String zh, String en) {
        return new MarkStep.NotNow(new Bilingual(zh, en));
    }
}
