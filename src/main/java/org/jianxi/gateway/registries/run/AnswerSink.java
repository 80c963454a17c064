package org.jianxi.gateway.registries.run;

/** Takes a registry's answers, one for each person asked for. */
@FunctionalInterface
public interface AnswerSink {

    void take(Answer answer);
}
