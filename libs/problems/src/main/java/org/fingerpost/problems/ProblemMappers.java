package org.fingerpost.problems;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.arc.Unremovable;
import io.quarkus.logging.Log;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure of the control plane leaves as a problem, none as a stack trace. */
@Unremovable
class ProblemMappers {
    private static final String MEDIA_TYPE = "application/problem+json";

    private final OnceAMinute away = new OnceAMinute(System::nanoTime);

    @ServerExceptionMapper
    Response problem(Problem problem) {
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(MEDIA_TYPE).entity(problem.body());
        return switch (problem.status()) {
            case 401 -> answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
            case 503 -> answer.header(HttpHeaders.RETRY_AFTER, "2").build();
            default -> answer.build();
        };
    }

    /** Named apart because Quarkus REST has an answer of its own for exactly this kind. */
    @ServerExceptionMapper
    Response mismatch(MismatchedInputException failure) {
        return problem(jsonProblem(failure));
    }

    @ServerExceptionMapper
    Response json(JsonProcessingException failure) {
        return problem(jsonProblem(failure));
    }

    /**
     * Quarkus REST wraps what Jackson could not read in a 400 without a body; the others keep their
     * status.
     */
    @ServerExceptionMapper
    Response framework(WebApplicationException failure) {
        if (failure.getCause() instanceof JsonProcessingException json) {
            return json(json);
        }
        if (failure.getCause() instanceof Problem problem) {
            return problem(problem);
        }
        int status = failure.getResponse().getStatus();
        return switch (status) {
            case 400 ->
                    problem(
                            Problem.unreadable(
                                    "bad-request",
                                    "the request's parameters or body cannot be read"));
            case 404 -> problem(Problem.notFound("there is nothing at this address"));
            case 405 ->
                    problem(
                            Problem.other(
                                    405,
                                    "method-not-allowed",
                                    "Method not allowed",
                                    "this address does not answer this method"));
            case 406 ->
                    problem(
                            Problem.other(
                                    406,
                                    "not-acceptable",
                                    "Not acceptable",
                                    "answers here are application/json"));
            case 413 -> problem(Problem.tooLarge("the body is larger than this address takes"));
            case 415 ->
                    problem(
                            Problem.other(
                                    415,
                                    "unsupported-media-type",
                                    "Unsupported media type",
                                    "send what this address takes: application/json, or"
                                            + " multipart/form-data for files"));
            default ->
                    problem(
                            Problem.other(
                                    status,
                                    "http-" + status,
                                    failure.getResponse().getStatusInfo().getReasonPhrase(),
                                    "the request was refused"));
        };
    }

    @ServerExceptionMapper
    Response constraints(ConstraintViolationException failure) {
        String detail =
                failure.getConstraintViolations().stream()
                        .map(ProblemMappers::sentence)
                        .sorted()
                        .collect(Collectors.joining("; "));
        return problem(Problem.invalid("invalid-field", detail));
    }

    @ServerExceptionMapper
    Response nonsense(IllegalArgumentException failure) {
        // Values refuse nonsense with a sentence meant for the caller.
        return problem(Problem.invalid("invalid-value", String.valueOf(failure.getMessage())));
    }

    @ServerExceptionMapper
    Response anythingElse(Exception failure) {
        switch (DatabaseTrouble.of(failure)) {
            case AWAY -> {
                tellOfDatabase(failure);
                return problem(
                        Problem.notNow(
                                "database-away",
                                "the control plane's database does not answer; nothing was changed,"
                                        + " try again"));
            }
            case UNSURE -> {
                tellOfDatabase(failure);
                return problem(
                        Problem.notNow(
                                "outcome-unknown",
                                "the control plane's database did not confirm in time: it may have"
                                        + " been done or not, so look before you try again"));
            }
            case NONE -> {
                // Then it is ours.
            }
        }
        String reference = UUID.randomUUID().toString();
        Log.errorf(failure, "request failed, reference %s", reference);
        return problem(
                Problem.other(
                                500,
                                "internal",
                                "Something broke on our side",
                                "the log has it under this reference")
                        .with("reference", reference));
    }

    private void tellOfDatabase(Exception failure) {
        away.run(() -> Log.warnf("the database does not answer: %s", rootOf(failure).getMessage()));
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static Problem jsonProblem(JsonProcessingException failure) {
        if (rootOf(failure) instanceof Problem refused) {
            return refused; // the body's limit speaks from inside the reader
        }
        if (rootOf(failure) instanceof JsonParseException broken && broken != failure) {
            return jsonProblem(broken);
        }
        if (failure instanceof JsonMappingException mapping) {
            String path =
                    mapping.getPath().stream()
                            .map(step ->
                                    step.getFieldName() == null
                                            ? "[" + step.getIndex() + "]"
                                            : step.getFieldName())
                            .collect(Collectors.joining("."));
            String why =
                    rootOf(mapping) instanceof IllegalArgumentException refused
                            ? refused.getMessage()
                            : mapping instanceof UnrecognizedPropertyException
                                    ? "no such field"
                                    : "a value of another kind is wanted here";
            return Problem.invalid("invalid-field", (path.isEmpty() ? "body" : path) + ": " + why)
                    .with("field", path);
        }
        var where = failure.getLocation();
        return Problem.unreadable(
                "no-json",
                where == null
                        ? "the body is not JSON"
                        : "the body is not JSON: line "
                                + where.getLineNr()
                                + ", column "
                                + where.getColumnNr());
    }

    private static String sentence(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        // "register.body.companyName": the caller knows only the last part.
        return path.substring(path.lastIndexOf('.') + 1) + " " + violation.getMessage();
    }
}
