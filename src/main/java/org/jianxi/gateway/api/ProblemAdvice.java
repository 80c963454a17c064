package org.jianxi.gateway.api;

import org.jianxi.gateway.flow.LedgerBroken;
import org.jianxi.gateway.flow.NoEdition;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What can go wrong in a reading call, as problem documents; nothing of our inside shows. */
@RestControllerAdvice
class ProblemAdvice {

    @ExceptionHandler(NotThere.class)
    ProblemDetail notThere() {
        return ProblemAnswers.problem(HttpStatus.NOT_FOUND, "not-there", "没有这项内容 · there is no such thing for you");
    }

    /** Until the ledger is whole again there are no figures; what is wrong is for the office to know, and stands in the detail. */
    @ExceptionHandler(LedgerBroken.class)
    ProblemDetail ledgerBroken(LedgerBroken broken) {
        var message = broken.breach().message();
        return ProblemAnswers.problem(
                HttpStatus.SERVICE_UNAVAILABLE, "ledger-broken", message.zh() + " · " + message.en());
    }

    @ExceptionHandler(NoEdition.class)
    ProblemDetail noEdition() {
        return ProblemAnswers.problem(
                HttpStatus.NOT_FOUND,
                "no-edition",
                "该报告期没有适用的报表版本 · no edition of the form is in force for that month");
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ProblemDetail badArgument(MethodArgumentTypeMismatchException mismatch) {
        return ProblemAnswers.problem(
                HttpStatus.BAD_REQUEST,
                "bad-parameter",
                "参数 %s 无法识别，报送期写作 2023-06 · %s cannot be read; a period is written 2023-06"
                        .formatted(mismatch.getName(), mismatch.getName()));
    }
}
