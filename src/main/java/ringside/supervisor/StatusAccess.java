package ringside.supervisor;

import java.net.InetSocketAddress;
import java.util.Map;

/**
 * What a process needs to connect to the status channel (PROGRAMS 6).
 *
 * @param address where the supervisor listens, on the loopback interface
 * @param token what a peer sends first; secret
 */
public record StatusAccess(InetSocketAddress address, String token) {

    /** The environment variable with the address, as {@code 127.0.0.1:PORT}. */
    public static final String ADDRESS_VARIABLE = "RINGSIDE_STATUS";

    /** The environment variable with the token. */
    public static final String TOKEN_VARIABLE = "RINGSIDE_STATUS_TOKEN";

    /** Returns the variables for the environment of a process. */
    public Map<String, String> environment() {
        return Map.of(
                ADDRESS_VARIABLE,
                address.getAddress().getHostAddress() + ":" + address.getPort(),
                TOKEN_VARIABLE,
                token);
    }
}
