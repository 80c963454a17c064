package org.jianxi.gateway.api;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jianxi.gateway.evidence.ArchiveTooLarge;
import org.jianxi.gateway.filing.print.NoPrintFont;
import org.jianxi.gateway.flow.LedgerBroken;
import org.jianxi.gateway.flow.NoEdition;
import org.jianxi.gateway.records.LookReason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What can go wrong in a reading call, as problem documents; nothing of our inside shows. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** What the framework refuses by itself, in our words; anything else is a bad request. */
    private static final Map<Integer, Said> SAID = Map.of(
            404, new Said("not-there", "没有这项内容 · there is no such thing for you"),
            405, new Said("method-not-allowed", "此处不接受这种方法 · that method is not heard here"),
            406, new Said("not-acceptable", "没有Accept所要的格式 · none of the forms that Accept asks for"),
            415,
                    new Said(
                            "unsupported-media-type",
                            "Content-Type应为application/json · the Content-Type must be application/json"),
            422, new Said("not-the-ministry", "签名不是部级的 · this is not signed by the ministry"),
            503, new Said("unavailable", "暂时无法办理，请稍后再试 · not now; try again later"));

    private static final Said BAD =
            new Said("bad-request", "请求有误，请对照/openapi.json · the call is wrong; see /openapi.json");

    private record Said(String type, String detail) {}

    /** Something of ours failed; the reference finds it in the log and tells the caller nothing else. */
    @ExceptionHandler(RuntimeException.class)
    ProblemDetail ours(RuntimeException failure) {
        var reference = UUID.randomUUID().toString();
        LOG.error("A call was not answered, reference {}", reference, failure);
        return ProblemAnswers.problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal",
                "系统内部错误，编号%s · an error of ours, reference %s".formatted(reference, reference));
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem) {
            var said = SAID.getOrDefault(status.value(), BAD);
            problem.setType(URI.create("urn:jianxi:problem:" + said.type()));
            problem.setDetail(said.detail());
            problem.setProperty("findings", List.of());
            var ours = HttpHeaders.copyOf(headers);
            ours.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
            return super.createResponseEntity(body, ours, status, request);
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    @ExceptionHandler(NotThere.class)
    ProblemDetail notThere() {
        return ProblemAnswers.problem(HttpStatus.NOT_FOUND, "not-there", "没有这项内容 · there is no such thing for you");
    }

    @ExceptionHandler(LookReason.NoPurpose.class)
    ProblemDetail noPurpose() {
        return ProblemAnswers.problem(
                HttpStatus.BAD_REQUEST,
                "purpose-missing",
                "查看个人记录须说明用途（purpose，4至200字） · looking at a person's record needs a purpose of 4 to 200 characters");
    }

    /** Until the ledger is whole again there are no figures; what is wrong is for the office to know, and stands in the detail. */
    @ExceptionHandler(LedgerBroken.class)
    ProblemDetail ledgerBroken(LedgerBroken broken) {
        var message = broken.breach().message();
        return ProblemAnswers.problem(
                HttpStatus.SERVICE_UNAVAILABLE, "ledger-broken", message.zh() + " · " + message.en());
    }

    @ExceptionHandler(ArchiveTooLarge.class)
    ProblemDetail archiveTooLarge(ArchiveTooLarge larger) {
        return ProblemAnswers.problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "archive-too-large",
                "该年材料超过%1$d字节，请逐月下载证据包 · the year is more than %1$d bytes; take the bundles month by month"
                        .formatted(larger.most()));
    }

    @ExceptionHandler(NoPrintFont.class)
    ProblemDetail noPrintFont(NoPrintFont none) {
        return ProblemAnswers.problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "no-print-font",
                none.reason().zh() + " · " + none.reason().en());
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
