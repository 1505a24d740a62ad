/**
 * The figures and tables of the Chord paper (Stoica et al., IEEE/ACM Transactions on Networking
 * 2003), measured on simulated rings of the real core, beside what the paper says. Starts no
 * process, draws nothing: {@code ringside.app.charts} does.
 */
@org.jspecify.annotations.NullMarked
package ringside.figure;
