package org.fingerpost.problems;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A refusal for an operator: what is wrong, where and why (RFC 9457).
 *
 * <p>{@code type} is a stable word such as {@code range-overlaps}; programs may rely on it, it
 * becomes the URN {@code urn:fingerpost:problem:range-overlaps}. {@code detail} is for people.
 * Extra members name the clash, for example {@code field}. Neither may hold a secret.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String URN = "urn:fingerpost:problem:";

    private final int status;
    private final String type;
    private final String title;
    private final transient Map<String, Object> members;

    private Problem(
            int status, String type, String title, String detail, Map<String, Object> members) {
        // A refusal is an answer, not an accident: no stack trace.
        super(detail, null, false, false);
        this.status = status;
        this.type = Objects.requireNonNull(type);
        this.title = Objects.requireNonNull(title);
        this.members = members;
    }

    /** 400: the request cannot be read. */
    public static Problem unreadable(String type, String detail) {
        return new Problem(400, type, "The request cannot be read", detail, Map.of());
    }

    /** 401: no API key, or one that nobody has. */
    public static Problem unauthenticated(String detail) {
        return new Problem(401, "no-valid-api-key", "An API key is needed", detail, Map.of());
    }

    /** 403: the caller is known and may not do this. */
    public static Problem forbidden(String type, String detail) {
        return new Problem(403, type, "Not allowed with this API key", detail, Map.of());
    }

    /** 404: no such thing, or none that the caller may see; the two are not told apart. */
    public static Problem notFound(String what) {
        return new Problem(404, "not-found", "Not found", what, Map.of());
    }

    /** 409: the request clashes with what is there. */
    public static Problem conflict(String type, String detail) {
        return new Problem(409, type, "It clashes with what is there", detail, Map.of());
    }

    /** 413: the body is larger than is taken here. */
    public static Problem tooLarge(String detail) {
        return new Problem(413, "body-too-large", "The body is too large", detail, Map.of());
    }

    /** 422: the request can be read and says something that cannot be. */
    public static Problem invalid(String type, String detail) {
        return new Problem(
                422, type, "The request says something that cannot be", detail, Map.of());
    }

    /** 503: not now; the caller may try again. */
    public static Problem notNow(String type, String detail) {
        return new Problem(503, type, "Not now", detail, Map.of());
    }

    /** Any other answer of the framework's, in the same form. */
    public static Problem other(int status, String type, String title, String detail) {
        return new Problem(status, type, title, detail, Map.of());
    }

    /** The same problem with one more member, for example the field that is wrong. */
    public Problem with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Problem(status, type, title, getMessage(), more);
    }

    public int status() {
        return status;
    }

    /** The stable word, without the URN around it. */
    public String type() {
        return type;
    }

    /**
     * The body: {@code type}, {@code title}, {@code status}, {@code detail}, then the extra
     * members.
     */
    public Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", URN + type);
        body.put("title", title);
        body.put("status", status);
        body.put("detail", getMessage());
        body.putAll(members);
        return body;
    }
}
