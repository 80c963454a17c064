package org.jianxi.gateway.transport.http;

import java.io.IOException;
import java.util.UUID;
import org.jianxi.gateway.transport.desk.BodyBudget;
import org.jianxi.gateway.transport.desk.PacedStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that a call always gets a whole answer, and that nothing that went wrong with us shows in it. */
public final class WholeAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(WholeAnswer.class);

    private WholeAnswer() {}

    /** How one call is judged. */
    public interface Judging {
        PushAnswer judge() throws PushProblem, IOException;
    }

    public static PushAnswer of(Judging call) {
        var answers = new PushAnswers();
        try {
            return call.judge();
        } catch (PushProblem problem) {
            return answers.of(problem);
        } catch (BodyBudget.Busy busy) {
            return answers.of(PushProblem.unavailable("当前请求过多，请稍后再试", "too many large bodies at once"));
        } catch (PacedStream.TooSlow drip) {
            return answers.of(PushProblem.tooSlow());
        } catch (IOException brokenOff) {
            return answers.of(PushProblem.badRequest("正文未完整到达", "the body did not arrive whole"));
        } catch (RuntimeException ours) {
            var reference = UUID.randomUUID().toString();
            LOG.error("A call was not answered, reference {}", reference, ours);
            return answers.failure(reference);
        }
    }
}
