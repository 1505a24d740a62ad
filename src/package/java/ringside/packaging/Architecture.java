package ringside.packaging;

/** What machines a package is for: those that run the JDK that makes it. */
final class Architecture {

    private Architecture() {}

    /** Returns the name that Java has for it, as {@code amd64}. */
    static String ofJdk() {
        return System.getProperty("os.arch");
    }

    /** Returns the name that Debian has for it. */
    static String ofDebian() {
        return switch (ofJdk()) {
            case "aarch64" -> "arm64";
            case String same -> same;
        };
    }
}
