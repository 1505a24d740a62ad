package ringside.hosts;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import ringside.channel.ConnectionListener;
import ringside.hosts.AgentCommand.Located;
import ringside.ring.Circle;
import ringside.ring.PeerId;
import ringside.status.ChannelCommand;
import ringside.status.Command;
import ringside.status.HostNames;
import ringside.status.PlantedFault;
import ringside.supervisor.ActionFailedException;
import ringside.supervisor.PeerCache;
import ringside.supervisor.PeerProgram;
import ringside.supervisor.PeerStart;
import ringside.supervisor.StatusAccess;
import ringside.supervisor.SupervisorSettings;
import ringside.text.Messages;

/**
 * This program's own peers on several hosts (SPEC 13). A host is reached when its first peer
 * starts; one whose connection has ended is reached anew. Thread-safe.
 */
final class HostsProgram implements PeerProgram, AutoCloseable {

    /** Time for a host to be reached, to get the program, and to answer, in s. */
    private static final long REACH_LIMIT_S = 60;

    /** How much longer than its patience an event waits at most for its cause, in ms. */
    private static final long ORDER_TICK_MS = 100;

    private final SupervisorSettings settings;
    private final Placement placement;
    private final ProgramArchive archive;
    private final String key;
    private final Map<String, CompletableFuture<HostLink>> links = new ConcurrentHashMap<>();
    private final Directory directory = new Directory();
    private final CausalOrder order = new CausalOrder(System::nanoTime);
    private final ScheduledExecutorService ticks =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("hosts").factory());
    private volatile News news = (_, _) -> {};
    private volatile Map<PeerId, PlantedFault> faults = Map.of();

    /**
     * Creates the peers of a ring, of which none runs yet.
     *
     * @param settings whose class path travels to hosts that do not have it
     * @throws IOException when a peer cannot be where it is wanted
     */
    HostsProgram(SupervisorSettings settings, HostsPlan plan) throws IOException {
        this.settings = settings;
        placement = new Placement(plan.hosts());
        try {
            plan.pinned().forEach(placement::put);
        } catch (ActionFailedException e) {
            throw new IOException(e.getMessage(), e);
        }
        archive = new ProgramArchive(settings.classPath(), PeerCache.in(settings.jvmFlags()));
        key = plan.key();
        var _ = ticks.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
        var _ =
                ticks.scheduleWithFixedDelay(
                        order::tick, ORDER_TICK_MS, ORDER_TICK_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void tellNews(News receiver) {
        news = receiver;
    }

    @Override
    public void plant(Map<PeerId, PlantedFault> planted) {
        faults = Map.copyOf(planted);
    }

    /** Places the peers, and begins to reach their hosts, all at once. */
    @Override
    public void prepare(List<PeerId> ring) {
        placement.putAll(ring);
        ring.forEach(peer -> directory.enter(peer, placement.of(peer)));
        for (Host host : Set.copyOf(ring.stream().map(placement::of).toList())) {
            var _ = reach(host);
        }
    }

    @Override
    public void place(PeerId peer, String host) {
        placement.put(peer, host);
    }

    @Override
    public void cut(String host) {
        HostLink link = linkTo(host);
        placement.othersAtTheAddressOf(link.host()).stream()
                .filter(other -> !hasLeft(other))
                .findFirst()
                .ifPresent(other -> {
                    throw new ActionFailedException(
                            Messages.HOSTS.format(
                                    "host.shared", host, other.name(), other.listens()));
                });
        link.cut();
    }

    /** Returns whether a host is a guest whose connection has ended. */
    private boolean hasLeft(Host host) {
        CompletableFuture<HostLink> link = links.get(host.name());
        return host.isGuest() && link != null && !isOfUse(link);
    }

    @Override
    public void mend(String host) {
        linkTo(host).mend();
    }

    @Override
    public boolean mayHave(PeerId peer, String path) {
        return directory.hostOf(peer).isPresent() || PeerProgram.super.mayHave(peer, path);
    }

    @Override
    public CompletableFuture<Path> fileOf(PeerId peer, String path) {
        return directory
                .hostOf(peer)
                .map(host -> fetch(host, peer, path))
                .orElseGet(() -> PeerProgram.super.fileOf(peer, path));
    }

    private CompletableFuture<Path> fetch(Host host, PeerId peer, String path) {
        try {
            return linkTo(host).fetch(peer, path, settings.folderOf(peer).resolve("fetched"));
        } catch (ActionFailedException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private HostLink linkTo(String name) {
        return linkTo(placement.host(name));
    }

    private HostLink linkTo(Host host) {
        return open().stream()
                .filter(link -> link.host().equals(host))
                .findFirst()
                .orElseThrow(() ->
                        new ActionFailedException(Messages.HOSTS.format("host.idle", host.name())));
    }

    @Override
    public ChildProcess start(
            PeerId peer, PeerStart start, StatusAccess status, ConnectionListener listener)
            throws IOException {
        Host host = placement.of(peer);
        try {
            ChildProcess running = start(peer, host, start, listener);
            running.whenEnded(() -> placement.leave(peer, host));
            return running;
        } catch (IOException | ActionFailedException e) {
            // So one who comes back finds the name free.
            if (host.isGuest()) {
                placement.leave(peer, host);
            }
            throw e;
        }
    }

    private ChildProcess start(PeerId peer, Host host, PeerStart start, ConnectionListener listener)
            throws IOException {
        HostLink link = await(reach(host));
        if (directory.enter(peer, host)) {
            ChannelCommand where = new ChannelCommand.Locate(host.listens(), List.of(peer));
            open().forEach(each -> each.offer(new AgentCommand.TellAll(where)));
        }
        List<Located> given = directory.all();
        return link.start(
                new AgentCommand.Start(
                        peer, start, faults.get(peer), given, placement.peersOn(host)),
                new Newcomer(given, directory, listener));
    }

    private CompletableFuture<HostLink> reach(Host host) {
        return links.compute(
                host.name(), (_, known) -> known != null && isOfUse(known) ? known : open(host));
    }

    private static boolean isOfUse(CompletableFuture<HostLink> link) {
        return !link.isDone() || (!link.isCompletedExceptionally() && !link.join().hasEnded());
    }

    /**
     * Takes a host that has joined by itself, whose agent waits for its first line, and gives its
     * peers places: as many as there are free ids, each in the widest gap that is left. Where these
     * are too few, or there is none, the host is told so. Not to be called by two threads at once.
     *
     * @return what starts its peers, under a name that no other host has; who comes back gets the
     *     name of before when its old connection has ended, or is all that is left of it
     */
    Optional<Command.AddOn> welcome(AgentReport.Joins who, AgentPipe pipe) {
        Optional<Host> before = returned(who);
        if (placement.placed().size() == Circle.IDS_OF_PROCESSES) {
            refuse(pipe);
            return Optional.empty();
        }
        Host host = before.orElseGet(() -> stranger(who));
        List<PeerId> newcomers = placement.putInGaps(host.name(), who.peers());
        if (newcomers.isEmpty()) {
            // The last id has been taken since.
            refuse(pipe);
            return Optional.empty();
        }
        CompletableFuture<HostLink> link = begin(host, pipe);
        links.put(host.name(), link);
        if (newcomers.size() < who.peers()) {
            var _ =
                    link.thenAccept(
                            guest -> guest.offer(new AgentCommand.FewerIds(newcomers.size())));
        }
        return Optional.of(new Command.AddOn(newcomers, host.name()));
    }

    /**
     * Returns a guest that comes back from the address that it had, in its old place. Ends what is
     * left of its connection before, so that its ids are free.
     */
    private Optional<Host> returned(AgentReport.Joins who) {
        int copy = 1;
        for (Host host = guest(who, copy); ; host = guest(who, ++copy)) {
            Optional<Host> before = placement.find(host.name());
            if (before.isEmpty()) {
                return Optional.empty();
            }
            if (before.get().address().equals(host.address())) {
                endIfUnplugged(before.get());
                if (takesPlaceOfOneThatLeft(host)) {
                    return Optional.of(host);
                }
            }
        }
    }

    /**
     * Ends the connection of a guest that is silent while its machine, which can be reached, has no
     * process of its peers any more. A silent agent whose peers run may be heard again.
     */
    private void endIfUnplugged(Host guest) {
        open().stream()
                .filter(link -> guest.isGuest() && link.host().equals(guest) && link.isSilent())
                .filter(link -> !link.living().isEmpty() && link.hasHeardAll())
                .filter(link ->
                        PeerPorts.refuseAll(guest.address(), settings.basePort(), link.living()))
                .forEach(HostLink::giveUp);
    }

    /** Returns a guest under the first name that nobody has, or has any more. */
    private Host stranger(AgentReport.Joins who) {
        int copy = 1;
        Host host = guest(who, copy);
        while (!placement.add(host) && !takesPlaceOfOneThatLeft(host)) {
            host = guest(who, ++copy);
        }
        return host;
    }

    private boolean takesPlaceOfOneThatLeft(Host guest) {
        return hasLeft(guest) && placement.replace(guest);
    }

    private static Host guest(AgentReport.Joins who, int copy) {
        String name = copy == 1 ? who.name() : HostNames.another(who.name(), copy);
        return new Host(name, InetAddress.ofLiteral(who.listen()), who.peers(), "");
    }

    private static void refuse(AgentPipe pipe) {
        try {
            String line = AgentLines.write(new AgentCommand.RingFull()) + '\n';
            pipe.out().write(line.getBytes(StandardCharsets.UTF_8));
            pipe.out().flush();
        } catch (IOException e) {
            // It has gone by itself.
        } finally {
            pipe.close();
        }
    }

    private CompletableFuture<HostLink> open(Host host) {
        return CompletableFuture.supplyAsync(
                        () -> pipeTo(host),
                        work ->
                                Thread.ofPlatform()
                                        .daemon()
                                        .name("reach " + host.name())
                                        .start(work))
                .thenCompose(pipe -> begin(host, pipe));
    }

    private AgentPipe pipeTo(Host host) {
        if (host.isGuest()) {
            throw new ActionFailedException(Messages.HOSTS.format("host.gone", host.name()));
        }
        try {
            return CommandPipe.open(host, archive);
        } catch (IOException e) {
            throw new ActionFailedException(String.valueOf(e.getMessage()));
        }
    }

    /** Returns the connection to an agent that waits for its first line, once it has answered. */
    private CompletableFuture<HostLink> begin(Host host, AgentPipe pipe) {
        HostLink link =
                new HostLink(
                        host,
                        pipe,
                        new AgentCommand.Begin(
                                AgentCommand.VERSION,
                                host.listens(),
                                settings.basePort(),
                                settings.peer(),
                                key),
                        order,
                        news);
        return link.ready().thenApply(_ -> link);
    }

    private static HostLink await(CompletableFuture<HostLink> link) throws IOException {
        try {
            return link.get(REACH_LIMIT_S, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IOException(Messages.HOSTS.format("host.late", REACH_LIMIT_S), e);
        } catch (ExecutionException e) {
            throw new IOException(ActionFailedException.causeOf(e).getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(Messages.HOSTS.format("host.interrupted"), e);
        }
    }

    private List<HostLink> open() {
        return links.values().stream()
                .filter(link -> link.isDone() && isOfUse(link))
                .map(CompletableFuture::join)
                .toList();
    }

    private void tick() {
        open().forEach(HostLink::tick);
    }

    /** Ends all agents, and what is left of their peers. */
    @Override
    public void close() {
        ticks.shutdownNow();
        open().forEach(HostLink::close);
    }
}
