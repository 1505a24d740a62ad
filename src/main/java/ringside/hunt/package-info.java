/**
 * 'Find the fault' without its window: which peer is faulty and how, and the events that give it
 * away (SPEC 7.7). Pure.
 */
@org.jspecify.annotations.NullMarked
package ringside.hunt;
