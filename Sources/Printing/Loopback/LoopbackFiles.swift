/// The configuration files of a print server of our own.
struct LoopbackFiles {
  /// The directory of the server's state.
  let state: String
  /// Where printed PDFs go.
  let printed: String
  let serverPort: Int
  let printerPort: Int
  let programs: Programs
  /// Where CUPS looks for filters and backends, when not in its own place.
  var programDirectory: String?

  /// Each file's path and content.
  var all: [(path: String, content: String)] {
    [
      ("\(state)/cupsd.conf", server), ("\(state)/cups-files.conf", places), ("\(state)/dbus.conf", bus),
      ("\(state)/deliver.sh", deliver), ("\(state)/job.test", question), ("\(state)/supervise.sh", supervise),
    ]
  }

  private var server: String {
    """
    LogLevel warn
    MaxLogSize 0
    Listen 127.0.0.1:\(serverPort)
    Browsing No
    BrowseLocalProtocols none
    DefaultAuthType None
    WebInterface No
    PreserveJobHistory Yes
    PreserveJobFiles No
    MaxJobs 0
    ErrorPolicy stop-printer
    DefaultPaperSize A4
    DefaultPolicy open
    <Location />
      Order allow,deny
      Allow from 127.0.0.1
    </Location>
    <Policy open>
      JobPrivateAccess all
      JobPrivateValues none
      SubscriptionPrivateAccess all
      SubscriptionPrivateValues none
      <Limit All>
        Order deny,allow
      </Limit>
    </Policy>

    """
  }

  private var places: String {
    """
    SystemGroup root
    User lp
    Group lp
    ServerRoot \(state)/etc
    CacheDir \(state)/cache
    StateDir \(state)/run
    RequestRoot \(state)/spool
    TempDir \(state)/spool/tmp
    AccessLog \(state)/log/access
    ErrorLog \(state)/log/error
    PageLog \(state)/log/page
    Sandboxing relaxed
    FatalErrors config
    \(programDirectory.map { "ServerBin \($0)\n" } ?? "")
    """
  }

  /// ippeveprinter insists on a system bus; this one serves nobody else.
  private var bus: String {
    """
    <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
     "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
    <busconfig>
      <type>system</type>
      <listen>unix:path=\(state)/run/bus</listen>
      <auth>EXTERNAL</auth>
      <policy context="default">
        <allow send_destination="*" eavesdrop="true"/>
        <allow eavesdrop="true"/>
        <allow own="*"/>
      </policy>
    </busconfig>

    """
  }

  /// Asks the printer how a job of its own stands.
  private var question: String {
    """
    {
      OPERATION Get-Job-Attributes
      GROUP operation-attributes-tag
      ATTR charset attributes-charset utf-8
      ATTR naturalLanguage attributes-natural-language en
      ATTR uri printer-uri $uri
      ATTR integer job-id $job
      DISPLAY job-state-reasons
    }

    """
  }

  /// What the printer does with a job: obstructed while a file says why, then a numbered PDF appears at once.
  ///
  /// ippeveprinter lets this go on when a job is taken back; as other printers do, it then prints nothing.
  private var deliver: String {
    """
    #!/bin/sh
    while [ -e '\(state)/obstacle' ]; do
      now=$(cat '\(state)/obstacle')
      [ "$now" = "$was" ] || { [ -z "$was" ] || echo "STATE: -$was" >&2; echo "STATE: +$now" >&2; was=$now; }
      sleep 0.05
    done
    if [ -n "$was" ]; then
      echo "STATE: -$was" >&2
      ipptool -c -d "job=$IPP_JOB_ID" 'ipp://localhost:\(printerPort)/ipp/print' '\(state)/job.test' \
        | grep -q processing-to-stop-point && exit 0
    fi
    number=$(ls '\(printed)' | grep -c '\\.pdf$')
    name=$(printf '%04d' $((number + 1)))
    cp -- "$1" '\(printed)/'$name.tmp && mv -- '\(printed)/'$name.tmp '\(printed)/'$name.pdf

    """
  }

  /// Starts the three programs for bash, switches the printer as told, and ends them all when its input
  /// ends; first it lets go of every descriptor that it has inherited, so that nobody waits for them to be closed.
  private var supervise: String {
    """
    trap : INT HUP TERM
    for each in /proc/$$/fd/*; do
      each=${each##*/}
      [ "$each" -le 2 ] || eval "exec $each>&-"
    done
    DBUS_SYSTEM_BUS_ADDRESS=unix:path='\(state)/run/bus'
    export DBUS_SYSTEM_BUS_ADDRESS
    '\(programs.bus)' --config-file='\(state)/dbus.conf' --nofork --nopidfile & bus=$!
    '\(programs.cupsd)' -f -c '\(state)/cupsd.conf' -s '\(state)/cups-files.conf' & server=$!
    on() {
      while [ ! -S '\(state)/run/bus' ] && kill -0 $bus; do sleep 0.02; done
      setsid '\(programs.printer)' -p \(printerPort) -n localhost -r off -f application/pdf -k -d '\(state)/paper' \\
        -c '\(state)/deliver.sh' -M Kiosk -m Loopback Loopback &
      printer=$!
      : >'\(state)/power'
    }
    off() { kill -KILL -$printer; wait $printer; rm -f '\(state)/power'; }
    on
    while read -r word; do "$word"; done
    kill -TERM -$printer $server $bus
    wait
    rm -rf -- '\(state)'

    """
  }
}
