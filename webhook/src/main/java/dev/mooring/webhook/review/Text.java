package dev.mooring.webhook.review;

/** Makes text fit to be sent. */
final class Text {
    private Text() {}

    /** The text, cut with an ellipsis if it has more than {@code limit} characters; never through a surrogate pair. */
    static String atMost(int limit, String text) {
        if (text.length() <= limit) {
            return text;
        }
        int end = limit - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + '…';
    }
}
